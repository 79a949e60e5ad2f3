import type { Slices } from '../../catalog/slices.ts';

type Compare = (a: number, b: number) => number;

/** How many are sorted by insertion before runs are merged. */
const runLength = 16;
/** After how many steps the clock is looked at. */
const stride = 4096;

/** Sorts in place, keeping equals in their order, in slices of time: `sort` of a typed array can do neither. */
export async function mergeSort(items: Int32Array, compare: Compare, slices: Slices) {
  for (let start = 0; start < items.length; start += runLength) {
    insertionSort(items, start, Math.min(start + runLength, items.length), compare);
    if (start % stride === 0 && slices.due) await slices.rest();
  }
  let from: Int32Array = items;
  let to: Int32Array = new Int32Array(items.length);
  for (let width = runLength; width < items.length; width *= 2) {
    let left = 0;
    let right = width;
    let run = 0;
    for (let at = 0; at < items.length; at++) {
      if (at === run + 2 * width) {
        run = at;
        left = run;
        right = run + width;
      }
      const leftEnd = run + width;
      const rightEnd = Math.min(run + 2 * width, items.length);
      const takeLeft =
        left < leftEnd && (right >= rightEnd || compare(from[left]!, from[right]!) <= 0);
      to[at] = from[takeLeft ? left++ : right++]!;
      if (at % stride === 0 && slices.due) await slices.rest();
    }
    [from, to] = [to, from];
  }
  if (from !== items) items.set(from);
}

function insertionSort(items: Int32Array, start: number, end: number, compare: Compare): void {
  for (let i = start + 1; i < end; i++) {
    const item = items[i]!;
    let at = i;
    for (; at > start && compare(items[at - 1]!, item) > 0; at--) items[at] = items[at - 1]!;
    items[at] = item;
  }
}

import type { Slices } from '../../catalog/slices.ts';

type Compare = (a: number, b: number) => number;

/** Runs of this length are sorted by insertion, then merged. */
const runLength = 16;
/** Steps between two looks at the clock. */
const stride = 4096;

/** A stable sort that pauses between slices of time, unlike a typed array's `sort`. */
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
      const isLeft =
        left < leftEnd && (right >= rightEnd || compare(from[left]!, from[right]!) <= 0);
      to[at] = from[isLeft ? left++ : right++]!;
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

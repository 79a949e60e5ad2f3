import type { Slices } from '../../catalog/slices.ts';

/** Values of a 16-bit digit. A double has four digits. */
const digitValues = 2 ** 16;

/** The indices of sorted numbers: stable, in linear time, with NaN last in both directions. */
export async function orderByNumbers(
  numbers: Float64Array,
  descending: boolean,
  slices: Slices,
): Promise<Int32Array> {
  const keys = keysOf(numbers, descending);
  if (slices.due) await slices.rest();
  let order: Int32Array = indicesOf(numbers);
  let sorted: Int32Array = new Int32Array(numbers.length);
  for (let digit = 0; digit < 4; digit++) {
    if (sortByDigit(keys, digit, order, sorted)) [order, sorted] = [sorted, order];
    if (slices.due) await slices.rest();
  }
  return order;
}

/** 0, 1, 2, … */
export function indicesOf({ length }: { readonly length: number }): Int32Array {
  // Ten times as fast as `from`.
  const indices = new Int32Array(length);
  for (let at = 0; at < length; at++) indices[at] = at;
  return indices;
}

/** Keys of 64 bits that sort like the numbers, as four digits each, the last first. */
function keysOf(numbers: Float64Array, descending: boolean): Uint16Array {
  // Adding 0 makes -0 equal to 0.
  const doubles = numbers.map((value) => value + 0);
  const words = new Uint32Array(doubles.buffer);
  const all = 0xffffffff;
  const [low, high] = isLittleEndian ? [0, 1] : [1, 0];
  const digitsOfKeys = new Uint16Array(numbers.length * 4);
  for (let at = 0; at < numbers.length; at++) {
    let l = words[2 * at + low]!;
    let h = words[2 * at + high]!;
    if (Number.isNaN(numbers[at]!)) l = h = all;
    else {
      // Bits of positive doubles sort like their values, bits of negative ones in reverse.
      const isNegative = h >>> 31 === 1;
      h = (isNegative ? ~h : h | 0x80000000) >>> 0;
      if (isNegative) l = ~l >>> 0;
      if (descending) {
        l = ~l >>> 0;
        h = ~h >>> 0;
      }
    }
    digitsOfKeys[4 * at] = l;
    digitsOfKeys[4 * at + 1] = l >>> 16;
    digitsOfKeys[4 * at + 2] = h;
    digitsOfKeys[4 * at + 3] = h >>> 16;
  }
  return digitsOfKeys;
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Sorts `order` into `sorted`; false, without sorting, if all have the same digit. */
function sortByDigit(
  keys: Uint16Array,
  digit: number,
  order: Int32Array,
  sorted: Int32Array,
): boolean {
  const starts = new Uint32Array(digitValues + 1);
  for (let at = digit; at < keys.length; at += 4) starts[keys[at]! + 1]!++;
  if (keys.length > 0 && starts[keys[digit]! + 1] === order.length) return false;
  for (let value = 1; value <= digitValues; value++) starts[value]! += starts[value - 1]!;
  for (const item of order) sorted[starts[keys[4 * item + digit]!]!++] = item;
  return true;
}

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

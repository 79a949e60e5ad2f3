import { Slices } from './slices.ts';

/** Items sorted or merged per slice. */
const atOnce = 2048;

/** A stable sort in slices, for any number of items. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  slices = new Slices(),
): Promise<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    runs.push(items.slice(from, from + atOnce).sort(compare));
    if (slices.due) await slices.rest();
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [first, second] = [runs[i]!, runs[i + 1]];
      longer.push(second ? await merge(first, second, compare, slices) : first);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
  slices: Slices,
): Promise<T[]> {
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (merged.length < first.length + second.length) {
    const isFirst =
      j === second.length || (i < first.length && compare(first[i]!, second[j]!) <= 0);
    merged.push(isFirst ? first[i++]! : second[j++]!);
    if (merged.length % atOnce === 0 && slices.due) await slices.rest();
  }
  return merged;
}

/** Within these limits, sums of squares neither overflow nor lose digits. */
const smallest = 1e-100;
const largest = 1e100;

/**
 * A power of two that scales values so that their sums and squares neither overflow nor vanish.
 * Scaling by it loses no digits. 1 for values of usual size.
 */
export function safeFactor(lists: Iterable<ArrayLike<number>>): number {
  let size = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const value = Math.abs(list[i]!);
      if (value > size && value !== Infinity) size = value;
    }
  }
  if (size === 0 || (size >= smallest && size <= largest)) return 1;
  return 2 ** Math.max(-1022, Math.min(1022, -Math.floor(Math.log2(size))));
}

/** The scaled values; the list itself if the factor is 1. */
export function scaledBy(values: ArrayLike<number>, factor: number): ArrayLike<number> {
  return factor === 1 ? values : Float64Array.from(values, (value) => value * factor);
}

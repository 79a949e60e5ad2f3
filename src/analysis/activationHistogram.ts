import { extentOf } from './points.ts';
import { maximum } from './groups.ts';

/** How a neuron's activations are distributed. All values are in the neuron's units. */
export interface ActivationHistogram {
  /** The smallest and largest finite value, also of `maxima`: the ends of the bins. */
  readonly min: number;
  readonly max: number;
  /** Per bin. Bins have equal width, and the last one includes its end. One if all are equal. */
  readonly counts: Uint32Array;
  /** Sum of `counts`. Values that are not finite are left out. */
  readonly total: number;
  /** Half of the activations are at most this. */
  readonly median: number;
  /** 99 of 100 activations are at most this. */
  readonly high: number;
  /** The largest activation of each sequence of the explanation; none of those without one. */
  readonly maxima: Float64Array;
}

const binCount = 32;

/**
 * Counts activations. `lists` are those of the distribution, `shown` those of the sequences whose
 * maxima are marked. Null if no list has a finite value.
 */
export function activationHistogram(
  lists: readonly (readonly number[])[],
  shown: readonly (readonly number[])[],
): ActivationHistogram | null {
  const values = Float64Array.from(lists.flatMap((list) => list.filter(Number.isFinite))).sort();
  const maxima = Float64Array.from(shown.map(maximum).filter(Number.isFinite));
  const extent = extentOf([values, maxima]);
  if (!extent || values.length === 0) return null;
  const { min, max } = extent;
  // Divided first: the difference may overflow.
  const width = max / binCount - min / binCount;
  const counts = new Uint32Array(width > 0 ? binCount : 1);
  for (const value of values) {
    const bin = width > 0 ? Math.floor(value / width - min / width) : 0;
    counts[Math.min(bin, counts.length - 1)]!++;
  }
  const quantile = (share: number) => values[Math.ceil(share * values.length) - 1]!;
  return {
    min,
    max,
    counts,
    total: values.length,
    median: quantile(0.5),
    high: quantile(0.99),
    maxima,
  };
}

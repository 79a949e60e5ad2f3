/** Scores, from -1 to 1, in bins of a twentieth: as fine as a sample of some thousand neurons fills evenly. */
export const binCount = 40;
const perUnit = binCount / 2;

/** The bin of a score, of which each has its lower end and the last both; undefined for what is not from -1 to 1. */
export function binOf(score: number): number | undefined {
  if (!(score >= -1 && score <= 1)) return undefined;
  // Not a product that falls short of a whole number, as (0.15 + 1) * 20 does.
  return Math.min(Math.floor((score + 1) * perUnit + 1e-9), binCount - 1);
}

/** The score at which a bin begins. */
export function binStart(bin: number): number {
  return (bin - perUnit) / perUnit;
}

/** The first bin to draw and the one after the last: all that have neurons, and always those from 0 to 1. */
export function drawnBins(layers: readonly { readonly bins: readonly number[] }[]) {
  let first = perUnit;
  for (const { bins } of layers) {
    const filled = bins.findIndex((count) => count > 0);
    if (filled >= 0) first = Math.min(first, filled);
  }
  return { first, end: binCount };
}

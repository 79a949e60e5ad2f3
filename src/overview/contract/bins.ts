import { ScoreBins } from '../../analysis/scoreBins.ts';

const perUnit = 20;

/** As fine as a sample of some thousand neurons fills evenly. */
export const scoreBins = new ScoreBins(perUnit);

/** The first bin to draw and the one after the last: all that have neurons, and always those from 0 to 1. */
export function drawnBins(layers: readonly { readonly bins: readonly number[] }[]) {
  let first = perUnit;
  for (const layer of layers) {
    const filled = layer.bins.findIndex((count) => count > 0);
    if (filled >= 0) first = Math.min(first, filled);
  }
  return { first, end: scoreBins.count };
}

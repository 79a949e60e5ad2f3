import { ScoreBins } from '../../analysis/scoreBins.ts';

const perUnit = 20;

/** Bins that a few thousand neurons still fill evenly. */
export const scoreBins = new ScoreBins(perUnit);

/** Bins to draw, from `first` to before `end`: 0 to 1, and below down to the first filled bin. */
export function drawnBins(layers: readonly { readonly bins: readonly number[] }[]) {
  let first = perUnit;
  for (const layer of layers) {
    const filled = layer.bins.findIndex((count) => count > 0);
    if (filled >= 0) first = Math.min(first, filled);
  }
  return { first, end: scoreBins.count };
}

import { displayScore } from '../../text/display.ts';
import type { LayerSummary, Progress, Totals } from '../contract/contract.ts';
import { formatCount } from '../../text/number.ts';

/** The progress of indexing; null if there is nothing to show. */
export function progressText(progress: Progress | null): string | null {
  if (!progress || progress.state === 'done') return null;
  const { state, exact, total, listed } = progress;
  if (total === 0 && state === 'reading') return 'Indexing…';
  const indexed = `${formatCount(exact)} of ${formatCount(total)}${listed ? '' : ' or more'} neurons`;
  return `${state === 'paused' ? 'Indexing paused' : 'Indexing'}: ${indexed}`;
}

/** What the plot shows, in a sentence. */
export function describePlot(layers: readonly LayerSummary[], totals: Totals): string {
  const scored = layers.filter(({ totals: { median } }) => median !== null);
  if (scored.length === 0) return 'There are no scores.';
  if (layers.length === 1) {
    return `Best scores of layer ${layers[0]!.label}: median ${displayScore(totals.median)}.`;
  }
  const byMedian = scored.toSorted((a, b) => a.totals.median! - b.totals.median!);
  const say = ({ label, totals: { median } }: LayerSummary) =>
    `${displayScore(median)} in layer ${label}`;
  return `Best scores by layer: medians from ${say(byMedian[0]!)} to ${say(byMedian.at(-1)!)}.`;
}

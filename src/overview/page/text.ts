import * as l10n from '@vscode/l10n';
import { displayScore } from '../../text/display.ts';
import type { LayerSummary, Progress, Totals } from '../contract/contract.ts';
import { formatCount } from '../../text/number.ts';

/** The progress of indexing; null if there is nothing to show. */
export function progressText(progress: Progress | null): string | null {
  if (!progress || progress.state === 'done') return null;
  const { state, known, exact, total, listed } = progress;
  if (state === 'partial')
    return l10n.t('{0} of {1} neurons known', formatCount(known), formatCount(total));
  if (total === 0 && state === 'reading') return l10n.t('Indexing…');
  const counts = [formatCount(exact), formatCount(total)] as const;
  if (state === 'paused')
    return listed
      ? l10n.t('Indexing paused: {0} of {1} neurons', ...counts)
      : l10n.t('Indexing paused: {0} of {1} or more neurons', ...counts);
  return listed
    ? l10n.t('Indexing: {0} of {1} neurons', ...counts)
    : l10n.t('Indexing: {0} of {1} or more neurons', ...counts);
}

/** What the plot shows, in a sentence. */
export function describePlot(layers: readonly LayerSummary[], totals: Totals): string {
  const scored = layers.filter(({ totals: { median } }) => median !== null);
  if (scored.length === 0) return l10n.t('No scores.');
  if (layers.length === 1) {
    const median = displayScore(totals.median);
    return l10n.t('Best scores of layer {0}: median {1}.', layers[0]!.label, median);
  }
  const byMedian = scored.toSorted((a, b) => a.totals.median! - b.totals.median!);
  const [low, high] = [byMedian[0]!, byMedian.at(-1)!];
  return l10n.t(
    'Best scores by layer: medians from {0} in layer {1} to {2} in layer {3}.',
    displayScore(low.totals.median),
    low.label,
    displayScore(high.totals.median),
    high.label,
  );
}

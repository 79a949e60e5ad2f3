import * as vscode from 'vscode';
import { layerBins, type ScoreSummary } from '../catalog/rows/layerSummary.ts';
import { displayScore, provisionalMark } from '../text/display.ts';
import { formatCount, neuronCount } from '../text/number.ts';

/** Median and best score as text; undefined if no neuron has a score. */
export function scoresInBrief(
  summary: ScoreSummary,
): { readonly median: string; readonly best: string } | undefined {
  const { count, known, provisional, median, best } = summary;
  if (median === undefined || best === undefined) return undefined;
  const settled = known === count && provisional === 0;
  const medianText = displayScore(median);
  return {
    median: settled ? medianText : `${provisionalMark} ${medianText}`,
    best: displayScore(best),
  };
}

/** Median and best score in brief; empty if no neuron has a score. */
export function describeScores(summary: ScoreSummary): string[] {
  const scores = scoresInBrief(summary);
  if (!scores) return [];
  return [vscode.l10n.t('median {0}', scores.median), vscode.l10n.t('best {0}', scores.best)];
}

export function unreadableCount(count: number): string {
  return vscode.l10n.t('{0} unreadable', formatCount(count));
}

/** The summary as Markdown. Contains only numbers and our own words, nothing from files. */
export function summaryMarkdown(summary: ScoreSummary): string {
  const { count, known, provisional, failed, faulty, scored } = summary;
  const counts = [
    known < count && vscode.l10n.t('{0} indexed', formatCount(known)),
    provisional > 0 && vscode.l10n.t('{0} preliminary', formatCount(provisional)),
    known - failed > scored &&
      vscode.l10n.t('{0} without a score', formatCount(known - failed - scored)),
    failed > 0 && unreadableCount(failed),
    faulty > 0 && vscode.l10n.t('{0} with problems', formatCount(faulty)),
  ].filter((part) => part !== false);
  const scores = describeScores(summary);
  return [
    [neuronCount(count), ...counts].join(' · '),
    ...(scores.length > 0
      ? [
          vscode.l10n.t('Scores of the best explanations: {0}', scores.join(' · ')),
          `\`\`\`text\n${histogramText(summary.histogram)}\n\`\`\``,
        ]
      : []),
  ].join('\n\n');
}

const widest = 24;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar per bin of scores, highest first. Bins outside the scores are left out. */
export function histogramText(histogram: readonly number[]): string {
  const most = Math.max(...histogram);
  const first = histogram.findIndex((n) => n > 0);
  const last = histogram.findLastIndex((n) => n > 0);
  const edge = (bin: number) => layerBins.start(bin).toFixed(1).replace('-', '\u2212');
  const lines: string[] = [];
  for (let bin = last; bin >= first && first >= 0; bin--) {
    const n = histogram[bin]!;
    // Show at least one block for any nonzero count.
    const length = n === 0 ? 0 : Math.max(1, Math.round((8 * widest * n) / most));
    const bar = '█'.repeat(length >> 3) + eighths[length & 7]!;
    lines.push(`${edge(bin).padStart(4)} … ${edge(bin + 1).padStart(4)} ${bar} ${formatCount(n)}`);
  }
  return lines.join('\n');
}

import * as l10n from '@vscode/l10n';
import type { Sequence, Context } from '../contract.ts';
import type { Rulers } from '../colour/scale.ts';
import { formatCount, tokenCount } from '../../text/number.ts';

/** Hidden tokens, from `from` to before `to`. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

/** Fewer tokens are shorter than the button that replaces them. */
const leastFolded = 4;

/** Share of the neuron's scale that makes a token a peak. */
const peakShare = 0.5;

/** Folds tokens further than `context` from peaks. Each quantity has at least one peak. */
export function foldsOf(sequence: Sequence, rulers: Rulers, context: Context): readonly Fold[] {
  const count = sequence.tokens.length;
  if (context === 'all') return [];
  const folds: Fold[] = [];
  let shownTo = 0;
  for (const peak of peaksOf(sequence, rulers)) {
    addFold(folds, shownTo, peak - context);
    shownTo = Math.max(shownTo, Math.min(count, peak + context + 1));
  }
  addFold(folds, shownTo, count);
  return folds;
}

function addFold(folds: Fold[], from: number, to: number): void {
  if (to - from >= leastFolded) folds.push({ from, to });
}

/** Ascending; the first token if all values are zero or missing. */
function peaksOf(sequence: Sequence, rulers: Rulers): readonly number[] {
  const peaks = new Set<number>([
    ...peaksIn(sequence.actual, rulers.actual.full),
    ...peaksIn(sequence.simulated, rulers.simulated.full),
  ]);
  return peaks.size > 0 ? [...peaks].sort((a, b) => a - b) : [0];
}

function peaksIn(values: Float64Array, full: number): number[] {
  const peaks: number[] = [];
  let largest = -1;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]!);
    if (!Number.isFinite(magnitude)) continue;
    if (full > 0 && magnitude >= full * peakShare) peaks.push(i);
    if (magnitude > 0 && (largest < 0 || magnitude > Math.abs(values[largest]!))) largest = i;
  }
  if (peaks.length === 0 && largest >= 0) peaks.push(largest);
  return peaks;
}

/** A button that opens a fold. Its label is generated, so that it is not copied with the text. */
export function foldElement({ from, to }: Fold): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'fold';
  element.dataset['from'] = String(from);
  element.dataset['to'] = String(to);
  element.dataset['label'] = `… ${tokenCount(to - from)}`;
  element.setAttribute('aria-label', showText(to - from));
  // Arrow keys open it, so it needs no tab stop.
  element.tabIndex = -1;
  return element;
}

function showText(count: number): string {
  return count === 1
    ? l10n.t('Show 1 more token')
    : l10n.t('Show {0} more tokens', formatCount(count));
}

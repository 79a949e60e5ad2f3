import * as l10n from '@vscode/l10n';
import type { ScoreValue } from '../../model/score.ts';

/** Why a stored score has no number; empty if it has one. */
export function explainScore(score: ScoreValue): string {
  if (score === null) return l10n.t('Not in the file');
  return hasValue(score) ? '' : l10n.t('Stored as undefined');
}

/** Whether a score is neither missing nor undefined. */
export function hasValue(score: ScoreValue): score is number {
  return typeof score === 'number' && Number.isFinite(score);
}

import type { ScoreValue } from '../../model/score.ts';

/** Why a stored score has no number; empty if it has one. */
export function explainScore(score: ScoreValue): string {
  if (score === null) return 'not in the file';
  return hasValue(score) ? '' : 'the file says that it is undefined';
}

/** Whether a score is neither missing nor undefined. */
export function hasValue(score: ScoreValue): score is number {
  return typeof score === 'number' && Number.isFinite(score);
}

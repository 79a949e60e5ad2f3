import type { ScoreValue } from '../../model/score.ts';

/** Why a score of the file shows no number; empty where it does. */
export function explainScore(score: ScoreValue): string {
  if (score === null) return 'not in the file';
  return hasValue(score) ? '' : 'the file says that it is undefined';
}

/** Neither missing nor undefined; messages carry no NaN, but nothing here depends on it. */
export function hasValue(score: ScoreValue): score is number {
  return typeof score === 'number' && Number.isFinite(score);
}

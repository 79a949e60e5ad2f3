import type { Score } from '../../neuron/contract/protocol.ts';

/** Why a stored score has no number; empty if it has one. */
export function explainScore(score: Score): string {
  if (score === null) return 'not in the file';
  return hasValue(score) ? '' : 'the file says that it is undefined';
}

/** Whether a score is neither missing nor undefined. */
export function hasValue(score: Score): score is number {
  return typeof score === 'number' && Number.isFinite(score);
}

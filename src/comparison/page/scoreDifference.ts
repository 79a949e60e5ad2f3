import { displayScore } from '../../text/display.ts';
import type { ScoreValue } from '../../model/score.ts';
import { hasValue } from '../../tokens/text/units.ts';

/** Right − left, with its sign; `–` if either has no value. */
export function scoreDifference(left: ScoreValue, right: ScoreValue): string {
  if (!hasValue(left) || !hasValue(right)) return displayScore(null);
  const text = displayScore(right - left);
  return text.startsWith('\u2212') || text === '0.00' ? text : `+${text}`;
}

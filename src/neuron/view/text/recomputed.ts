import type { Score } from '../../protocol.ts';
import { displayScore } from '../../../format/display.ts';
import { hasValue } from './number.ts';

/** Less than what shows in two decimals, and more than the four that public files are rounded to. */
const tolerance = 0.005;

export type Agreement = 'agrees' | 'differs' | 'unknown';

/** Whether a score of the file is what its tokens give. Unknown where the file has none, or neither has a value. */
export function compareScores(file: Score, recomputed: Score): Agreement {
  if (file === null || recomputed === null) return 'unknown';
  if (hasValue(file) && hasValue(recomputed)) {
    return Math.abs(file - recomputed) < tolerance ? 'agrees' : 'differs';
  }
  return hasValue(file) === hasValue(recomputed) ? 'unknown' : 'differs';
}

/** The recomputed score where it tells the reader something: it differs from the file's, or stands in for it. */
export function recomputedText(file: Score, recomputed: Score): string | null {
  const tells =
    file === null ? hasValue(recomputed) : compareScores(file, recomputed) === 'differs';
  return tells ? displayScore(recomputed) : null;
}

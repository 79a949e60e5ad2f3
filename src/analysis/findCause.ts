import type { Cause } from '../model/scoreCheck.ts';
import { sameWithin } from './checkScore.ts';
import type { Bounds } from './scoreBounds.ts';

/** A possible cause of a wrong score, with the range of scores that it gives. */
export interface Candidate extends Bounds {
  readonly cause: Cause;
}

/** The highest accepted probability of a chance match. */
const luck = 0.01;

/**
 * The first candidate that matches a stored score. Null if none does, or if so many candidates with
 * such tolerances would match a wrong score by chance: for an error d, an unrelated value comes
 * within t with a probability of t / d. `rounding` is the tolerance of the stored score.
 */
export function findCause(
  stored: number,
  recomputed: number,
  rounding: number,
  candidates: Iterable<Candidate>,
): Cause | null {
  const wrongBy = Number.isFinite(recomputed) ? Math.min(1, Math.abs(stored - recomputed)) : 1;
  let chance = 0;
  for (const { cause, low, high } of candidates) {
    const slack = rounding + sameWithin(stored);
    const own = ((high - low) / 2 + slack) / wrongBy;
    // Too vague to try. It does not count against later candidates.
    if (!(chance + own <= luck)) continue;
    chance += own;
    if (stored >= low - slack && stored <= high + slack) return cause;
  }
  return null;
}

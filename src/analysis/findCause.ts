import type { Bounds } from './scoreBounds.ts';
import { type Cause, sameWithin } from './verdict.ts';

/** A possible cause of a wrong score, and the range of scores that it gives. */
export interface Candidate extends Bounds {
  readonly cause: Cause;
}

/** At this probability of a chance match, no cause is named. */
const luck = 0.01;

/**
 * The first candidate that a stored score matches; null where none does, or where so many with such
 * tolerances would match some wrong score by luck: one wrong by d, by anything alike, comes within
 * t of a value near it with a chance of t / d. `rounding` is that of the stored score.
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
    // Too vague to try. It does not count against those that follow.
    if (!(chance + own <= luck)) continue;
    chance += own;
    if (stored >= low - slack && stored <= high + slack) return cause;
  }
  return null;
}

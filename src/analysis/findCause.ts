import type { Bounds } from './scoreBounds.ts';
import { type Cause, sameWithin } from './verdict.ts';

/** What a wrong score may be instead, and between which values it would be then. */
export interface Candidate extends Bounds {
  readonly cause: Cause;
}

/** The chance at which a match with one of the candidates would be mere luck, and no cause. */
const luck = 0.01;

/**
 * The first candidate that a stored score matches; null where none does, or where so many with such tolerances would match some wrong
 * score by luck: one wrong by d, by anything alike, comes within t of a value near it with a chance of t / d. `rounding` is that of the stored score.
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
    // One that is too vague is not tried, and takes nothing from those that follow.
    if (!(chance + own <= luck)) continue;
    chance += own;
    if (stored >= low - slack && stored <= high + slack) return cause;
  }
  return null;
}

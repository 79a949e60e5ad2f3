import { safeFactor, scaledBy } from '../format/magnitude.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import { correlationOf, mergeMoments, type Moments, momentsOf, noMoments } from './moments.ts';

/**
 * Leave-one-out: for each sequence, the preferred score (Pearson's correlation, over all tokens joined) of all the others; null where
 * that is undefined. Every token counts, as in the score itself, also one that the simulator skipped.
 */
export function leaveOneOut(sequences: readonly JudgedSequence[]): (number | null)[] {
  const ofActual = safeFactor(sequences.map(({ actual }) => actual));
  const ofSimulated = safeFactor(sequences.map(({ simulated }) => simulated));
  const each = sequences.map(({ actual, simulated }) =>
    actual.length === simulated.length
      ? momentsOf(scaledBy(actual, ofActual), scaledBy(simulated, ofSimulated))
      : null,
  );
  // What is before a sequence and what is after it, merged: each list is gone through twice, not once a sequence.
  const after: (Moments | null)[] = [noMoments];
  for (const moments of each.toReversed()) after.push(merged(moments, after.at(-1)!));
  after.reverse();
  let before: Moments | null = noMoments;
  return each.map((moments, i) => {
    const others = merged(before, after[i + 1]!);
    before = merged(before, moments);
    return others && correlationOf(others);
  });
}

/** Nothing can be said of lists that do not go together, nor of anything joined with them. */
function merged(a: Moments | null, b: Moments | null): Moments | null {
  return a && b && mergeMoments(a, b);
}

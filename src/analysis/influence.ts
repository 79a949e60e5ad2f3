import { safeFactor, scaledBy } from '../format/magnitude.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import { correlationOf, mergeMoments, type Moments, momentsOf, noMoments } from './moments.ts';

/**
 * Leave-one-out: for each sequence, the preferred score (Pearson's correlation over all tokens
 * joined) of all other sequences; null if undefined. Every token counts, including skipped ones, as
 * in the score itself.
 */
export function leaveOneOut(sequences: readonly JudgedSequence[]): (number | null)[] {
  const ofActual = safeFactor(sequences.map(({ actual }) => actual));
  const ofSimulated = safeFactor(sequences.map(({ simulated }) => simulated ?? []));
  const each = sequences.map(({ actual, simulated }) => {
    if (!simulated) return noMoments;
    return actual.length === simulated.length
      ? momentsOf(scaledBy(actual, ofActual), scaledBy(simulated, ofSimulated))
      : null;
  });
  // Merge what is before and after each sequence. This visits each list twice, not once per
  // sequence.
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

/** Lists that do not match give no result, and neither does anything merged with them. */
function merged(a: Moments | null, b: Moments | null): Moments | null {
  return a && b && mergeMoments(a, b);
}

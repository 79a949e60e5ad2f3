import type { ScoredExplanation } from '../format/schema.ts';
import type { ComputedScores } from '../format/scores.ts';
import { actualOf, simulatedOf } from './joined.ts';
import { isRounded } from './digits.ts';
import { precisionOf } from './precision.ts';
import { kept, sequenceScores, wholeScores } from './recomputed.ts';
import { type AllBounds, type Precisions, roundedBounds } from './scoreBounds.ts';
import { scoreKinds, storedScores, type StoredScores } from './scoreKinds.ts';
import { type ScorePrecision, scorePrecision } from './scorePrecision.ts';

/** How an explanation's numbers were rounded. */
export interface Rounding {
  readonly ofValues: Precisions;
  /** For the three scores of the whole, and for those of all sequences. */
  readonly ofWhole: ScorePrecision;
  readonly ofSequences: ScorePrecision;
}

const known = new WeakMap<ScoredExplanation, Rounding>();

export function roundingOf(scored: ScoredExplanation): Rounding {
  return kept(known, scored, ({ scoredSimulation }) => {
    const sequences = scoredSimulation.scoredSequenceSimulations;
    // If the stored values give the full-precision scores, those were computed from these very
    // values. A few of many may match by chance, since rounding barely moves some.
    const same = [
      ...matchesOf(scoredSimulation, wholeScores(scoredSimulation)),
      ...sequences.flatMap((sequence) => matchesOf(sequence, sequenceScores(sequence))),
    ];
    const scoredAsStored = same.length > 0 && same.filter(Boolean).length * 2 >= same.length;
    return {
      ofValues: {
        actual: precisionOf(actualOf(sequences), scoredAsStored),
        simulated: precisionOf(simulatedOf(sequences), scoredAsStored),
      },
      ofWhole: scorePrecision(storedScores(scoredSimulation)),
      ofSequences: scorePrecision(sequences.flatMap(storedScores)),
    };
  });
}

const bounds = new WeakMap<ScoredExplanation, AllBounds>();

/** The ranges of an explanation's scores, given the rounding of its tokens. */
export function wholeBounds(scored: ScoredExplanation): AllBounds {
  return kept(bounds, scored, ({ scoredSimulation: { scoredSequenceSimulations } }) =>
    roundedBounds(
      actualOf(scoredSequenceSimulations),
      simulatedOf(scoredSequenceSimulations),
      roundingOf(scored).ofValues,
    ),
  );
}

/**
 * The effect of summation order on a score. Rounding values to nine decimals has a larger effect.
 */
const sumError = 1e-12;

/** For each full-precision score, whether the stored values give it. */
function matchesOf(stored: StoredScores, recomputed: ComputedScores): boolean[] {
  return scoreKinds.flatMap(({ kind, own }) => {
    const score = stored[own];
    if (score === null || !Number.isFinite(score) || isRounded(score)) return [];
    return Math.abs(score - recomputed[kind]) <= sumError * Math.max(1, Math.abs(score));
  });
}

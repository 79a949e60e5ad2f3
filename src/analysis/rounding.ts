import type { ScoredExplanation } from '../format/schema.ts';
import type { ComputedScores } from '../format/scores.ts';
import { actualOf, simulatedOf } from './joined.ts';
import { decimalsOf, roundingError, type ScoreDecimals, scoreDecimals } from './precision.ts';
import { kept, sequenceScores, wholeScores } from './recomputed.ts';
import { type Bounds, type RoundingErrors, scoreBounds } from './scoreBounds.ts';
import { type ScoreKind, scoreKinds, storedScores, type StoredScores } from './scoreKinds.ts';

/** How an explanation's numbers were rounded. */
export interface Rounding {
  readonly errors: RoundingErrors;
  /** Of the three scores of the whole, and of those of all sequences. */
  readonly ofWhole: ScoreDecimals;
  readonly ofSequences: ScoreDecimals;
}

const known = new WeakMap<ScoredExplanation, Rounding>();

export function roundingOf(scored: ScoredExplanation): Rounding {
  return kept(known, scored, ({ scoredSimulation }) => {
    const sequences = scoredSimulation.scoredSequenceSimulations;
    // Scores with all their digits that the stored values give were computed from these very
    // values. A few of many may match by chance: rounding moves some by next to nothing.
    const same = [
      ...matchesOf(scoredSimulation, wholeScores(scoredSimulation)),
      ...sequences.flatMap((sequence) => matchesOf(sequence, sequenceScores(sequence))),
    ];
    const scoredAsStored = same.length > 0 && same.filter(Boolean).length * 2 >= same.length;
    return {
      errors: {
        actual: roundingError([actualOf(sequences)], scoredAsStored),
        simulated: roundingError([simulatedOf(sequences)], scoredAsStored),
      },
      ofWhole: scoreDecimals(storedScores(scoredSimulation)),
      ofSequences: scoreDecimals(sequences.flatMap(storedScores)),
    };
  });
}

const bounds = new WeakMap<ScoredExplanation, Readonly<Record<ScoreKind, Bounds | null>>>();

/** The ranges of an explanation's scores, given the rounding of its tokens. */
export function wholeBounds(scored: ScoredExplanation): Readonly<Record<ScoreKind, Bounds | null>> {
  return kept(bounds, scored, ({ scoredSimulation: { scoredSequenceSimulations } }) =>
    scoreBounds(
      actualOf(scoredSequenceSimulations),
      simulatedOf(scoredSequenceSimulations),
      roundingOf(scored).errors,
    ),
  );
}

/** What the order of a sum can make of a score. Rounding of values to nine decimals makes more. */
const sumError = 1e-12;

/** For each score with all its digits, whether the stored values give it. */
function matchesOf(stored: StoredScores, recomputed: ComputedScores): boolean[] {
  return scoreKinds.flatMap(({ kind, own }) => {
    const score = stored[own];
    if (score === null || !Number.isFinite(score) || decimalsOf([[score]]) !== undefined) return [];
    return Math.abs(score - recomputed[kind]) <= sumError * Math.max(1, Math.abs(score));
  });
}

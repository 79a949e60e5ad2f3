import type { ScoredExplanation } from '../format/schema.ts';
import type { ComputedScores } from '../format/scores.ts';
import { actualOf, simulatedOf } from './joined.ts';
import { decimalsOf, roundingError, type ScoreDecimals, scoreDecimals } from './precision.ts';
import { kept, sequenceScores, wholeScores } from './recomputed.ts';
import { type Bounds, type RoundingErrors, scoreBounds } from './scoreBounds.ts';
import { type ScoreKind, scoreKinds, storedScores, type StoredScores } from './scoreKinds.ts';
import { isSame } from './verdict.ts';

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
    // Unrounded scores that match the stored values were computed from exactly those values.
    const scoredAsStored =
      isOf(scoredSimulation, wholeScores(scoredSimulation)) ||
      sequences.some((sequence) => isOf(sequence, sequenceScores(sequence)));
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

function isOf(stored: StoredScores, recomputed: ComputedScores): boolean {
  return scoreKinds.some(({ kind, own }) => {
    const score = stored[own];
    return score !== null && decimalsOf([[score]]) === undefined && isSame(score, recomputed[kind]);
  });
}

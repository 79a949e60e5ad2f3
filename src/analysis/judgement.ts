import type { ScoredExplanation, ScoredSequenceSimulation } from '../format/schema.ts';
import type { ComputedScores } from '../format/scores.ts';
import { causesOfSequence, causesOfWhole, type Suspects } from './causes.ts';
import { type Candidate, findCause } from './findCause.ts';
import { type SequenceGroups, sequenceGroups } from './groups.ts';
import { actualOf, simulatedOf } from './joined.ts';
import { tokenScores } from './otherScores.ts';
import { mayDiffer } from './precision.ts';
import { sequenceScores, wholeScores } from './recomputed.ts';
import { type Rounding, roundingOf } from './rounding.ts';
import { type Precisions, roundedBounds } from './scoreBounds.ts';
import { forEachKind, type ScoreKind, storedScore, type StoredScores } from './scoreKinds.ts';
import { type ScorePrecision, scoreRounding } from './scorePrecision.ts';
import { sameWithin, undefinedReason, type Verdict, verdictOn } from './verdict.ts';

export type Verdicts = Readonly<Record<ScoreKind, Verdict>>;

/** Facts about an explanation, available before its tokens are shown. */
export interface Judgement {
  readonly verdicts: Verdicts;
  readonly groups: SequenceGroups | null;
}

export interface Judged {
  readonly scored: ScoredExplanation;
  /** All explanations of the file, `scored` among them. */
  readonly all: readonly ScoredExplanation[];
}

/** Checks an explanation's scores against the tokens of all sequences joined. */
export function judge(judged: Judged): Judgement {
  const { scoredSimulation } = judged.scored;
  const sequences = scoredSimulation.scoredSequenceSimulations;
  const subject: Subject = {
    stored: scoredSimulation,
    recomputed: wholeScores(scoredSimulation),
    sequences,
    precision: ({ ofWhole }) => ofWhole,
    causes: causesOfWhole,
    // If sequences also have wrong scores, the scoring is at fault.
    mayCoverMore: (kind) =>
      sequences.every((_, place) => judgeSequence(judged, place)[kind].kind !== 'disagree'),
  };
  return {
    verdicts: verdictsOn(subject, judged),
    groups: sequenceGroups(sequences.map((each) => each.trueActivations)),
  };
}

/**
 * Checks the scores of the sequence at `place` against its tokens. They cannot cover other
 * sequences.
 */
export function judgeSequence(judged: Judged, place: number): Verdicts {
  const sequence = judged.scored.scoredSimulation.scoredSequenceSimulations[place]!;
  const subject: Subject = {
    stored: sequence,
    recomputed: sequenceScores(sequence),
    sequences: [sequence],
    precision: ({ ofSequences }) => ofSequences,
    causes: (suspects) => causesOfSequence(suspects, place),
    mayCoverMore: () => false,
  };
  return verdictsOn(subject, judged);
}

/** The data that scores were computed from, and the faults that they may have. */
interface Subject {
  readonly stored: StoredScores;
  readonly recomputed: ComputedScores;
  readonly sequences: readonly ScoredSequenceSimulation[];
  readonly precision: (rounding: Rounding) => ScorePrecision;
  readonly causes: (suspects: Suspects) => Iterable<Candidate>;
  readonly mayCoverMore: (kind: ScoreKind) => boolean;
}

function verdictsOn(subject: Subject, { scored, all }: Judged): Verdicts {
  const { recomputed, sequences, precision, causes, mayCoverMore } = subject;
  const tokens = once(() => tokenScores(scored, sequences, roundingOf(scored).ofValues));
  const own = once(() =>
    roundedBounds(actualOf(sequences), simulatedOf(sequences), roundingOf(scored).ofValues),
  );
  return forEachKind((kind) => {
    const pair = {
      kind,
      stored: storedScore(subject.stored, kind),
      recomputed: recomputed[kind],
    };
    const stored = pair.stored ?? NaN;
    return verdictOn(pair, {
      undefinedWhy: () =>
        undefinedReason(
          sequences.map(({ trueActivations, simulation }) => ({
            actual: trueActivations,
            simulated: simulation.expectedActivations,
          })),
        ),
      isRounding: () => {
        const rounding = roundingOf(scored);
        if (!Number.isFinite(pair.recomputed)) return mayHaveValue(sequences, rounding.ofValues);
        const slack = scoreRounding(stored, precision(rounding)) + sameWithin(stored);
        const bounds = own()[kind];
        return bounds !== null && stored >= bounds.low - slack && stored <= bounds.high + slack;
      },
      cause: () => {
        const rounding = roundingOf(scored);
        const { ofValues, ofSequences } = rounding;
        const suspects: Suspects = {
          kind,
          scored,
          all,
          precisions: ofValues,
          tokens,
          sequenceRounding: (score) => scoreRounding(score, ofSequences),
        };
        const ofStored = scoreRounding(stored, precision(rounding));
        return findCause(stored, pair.recomputed, ofStored, causes(suspects));
      },
      mayCoverMore: () => mayCoverMore(kind),
    });
  });
}

/** Whether the values before rounding may have given a score. */
function mayHaveValue(
  sequences: readonly ScoredSequenceSimulation[],
  { actual, simulated }: Precisions,
): boolean {
  return mayDiffer(actual, actualOf(sequences)) && mayDiffer(simulated, simulatedOf(sequences));
}

/** The result of `make`, computed on first use. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

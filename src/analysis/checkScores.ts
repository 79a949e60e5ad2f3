import {
  type Explanation,
  isSimulated,
  type SimulatedSequence,
  type StoredSequence,
} from '../model/explanation.ts';
import { type CheckResult, type Score, scoreValue, type StoredScore } from '../model/score.ts';
import {
  type Candidate,
  causesOfSequence,
  causesOfWhole,
  findCause,
  type Suspects,
} from './causes.ts';
import {
  checkScore,
  isMeasured,
  type MeasuredKind,
  sameWithin,
  undefinedReason,
} from './checkScore.ts';
import { actualOf, expectedOf } from './simulation.ts';
import { kept, type Measures, sequenceMeasures, wholeMeasures } from './measures.ts';
import { tokenScores } from './otherScores.ts';
import { mayDiffer } from './precision.ts';
import {
  type Rounding,
  roundingOf,
  type ScorePrecision,
  scoreRounding,
  wholeBounds,
} from './rounding.ts';
import { type AllBounds, type Precisions, roundedBounds } from './scoreBounds.ts';

export interface Judged {
  readonly explanation: Explanation;
  /** All explanations of the unit, this one among them. */
  readonly all: readonly Explanation[];
}

/** An explanation's scores, checked against the tokens of all sequences joined. */
export function checkExplanation(judged: Judged): Score[] {
  const { explanation } = judged;
  const { scores, sequences } = explanation;
  if (sequences.length > 0 && !sequences.some(isSimulated)) return scores.map(unchecked);
  const subject: Subject = {
    stored: scores,
    recomputed: wholeMeasures(explanation),
    sequences: sequences.filter(isSimulated),
    bounds: () => wholeBounds(explanation),
    precision: ({ ofWhole }) => ofWhole,
    causes: causesOfWhole,
    // If sequences also have wrong scores, the scoring is at fault.
    mayCoverMore: ({ key }) =>
      sequences.every((_, place) =>
        checkSequence(judged, place).every(
          ({ kind, check }) => kind !== key || check?.result.kind !== 'disagree',
        ),
      ),
  };
  return checked(subject, judged);
}

const ofSequences = new WeakMap<StoredSequence, readonly Score[]>();

/**
 * The scores of the sequence at `place`, checked against its tokens, cached. They cannot cover
 * other sequences.
 */
export function checkSequence(judged: Judged, place: number): readonly Score[] {
  const { explanation } = judged;
  return kept(ofSequences, explanation.sequences[place]!, (sequence) =>
    isSimulated(sequence)
      ? checkSimulated(judged, sequence, place)
      : sequence.scores.map(unchecked),
  );
}

function checkSimulated(judged: Judged, sequence: SimulatedSequence, place: number): Score[] {
  const { actual, simulation } = sequence;
  const subject: Subject = {
    stored: sequence.scores,
    recomputed: sequenceMeasures(sequence),
    sequences: [sequence],
    bounds: () =>
      roundedBounds(actual, simulation.expected, roundingOf(judged.explanation).ofValues),
    precision: ({ ofSequences }) => ofSequences,
    causes: (suspects) => causesOfSequence(suspects, place),
    mayCoverMore: () => false,
  };
  return checked(subject, judged);
}

/** The data that scores were computed from, and the faults that they may have. */
interface Subject {
  readonly stored: readonly StoredScore[];
  readonly recomputed: Measures;
  readonly sequences: readonly SimulatedSequence[];
  /** The ranges of the scores, given the rounding of the tokens. */
  readonly bounds: () => AllBounds;
  readonly precision: (rounding: Rounding) => ScorePrecision;
  readonly causes: (suspects: Suspects) => Iterable<Candidate>;
  readonly mayCoverMore: (kind: MeasuredKind) => boolean;
}

function checked(subject: Subject, { explanation, all }: Judged): Score[] {
  const { recomputed, sequences, precision, causes, mayCoverMore } = subject;
  const own = once(subject.bounds);
  const tokens = once(() =>
    tokenScores(explanation, sequences, own(), roundingOf(explanation).ofValues),
  );
  const resultOf = (kind: MeasuredKind, value: number | null): CheckResult => {
    const pair = { kind, stored: value, recomputed: recomputed[kind.measure] };
    const stored = value ?? NaN;
    return checkScore(pair, {
      undefinedWhy: () =>
        undefinedReason(
          sequences.map(({ actual, simulation }) => ({ actual, simulated: simulation.expected })),
        ),
      isRounding: () => {
        const rounding = roundingOf(explanation);
        if (!Number.isFinite(pair.recomputed)) return mayHaveValue(sequences, rounding.ofValues);
        const slack = scoreRounding(stored, precision(rounding)) + sameWithin(stored);
        const bounds = own()[kind.measure];
        return bounds !== null && stored >= bounds.low - slack && stored <= bounds.high + slack;
      },
      cause: () => {
        const rounding = roundingOf(explanation);
        const { ofSequences } = rounding;
        const suspects: Suspects = {
          kind,
          explanation,
          all,
          tokens,
          sequenceRounding: (score) => scoreRounding(score, ofSequences),
        };
        const ofStored = scoreRounding(stored, precision(rounding));
        return findCause(stored, pair.recomputed, ofStored, causes(suspects));
      },
      mayCoverMore: () => mayCoverMore(kind),
    });
  };
  return subject.stored.map(({ kind, value }) => ({
    kind: kind.key,
    value: scoreValue(value),
    check: isMeasured(kind)
      ? { recomputed: scoreValue(recomputed[kind.measure]), result: resultOf(kind, value) }
      : null,
  }));
}

/** A score without a simulation to check it against. */
function unchecked({ kind, value }: StoredScore): Score {
  return { kind: kind.key, value: scoreValue(value), check: null };
}

/** Whether the values before rounding may have given a score. */
function mayHaveValue(
  sequences: readonly SimulatedSequence[],
  { actual, simulated }: Precisions,
): boolean {
  return mayDiffer(actual, actualOf(sequences)) && mayDiffer(simulated, expectedOf(sequences));
}

/** The result of `make`, computed on first use. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

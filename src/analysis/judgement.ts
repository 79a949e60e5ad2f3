import type { ScoredExplanation, ScoredSequenceSimulation } from '../format/schema.ts';
import { type ComputedScores, computeScores, scoreSequence } from '../format/scores.ts';
import { type SequenceGroups, sequenceGroups } from './groups.ts';
import { fitLine, onLine } from './line.ts';
import { type JudgedSequence, judgedSequences } from './judgedSequence.ts';
import { pointsOf } from './points.ts';
import type { Units } from './simulation.ts';
import {
  agrees,
  type DisagreementReason,
  undefinedReason,
  type Verdict,
  verdictOn,
} from './verdict.ts';

export type Verdicts = Readonly<Record<keyof ComputedScores, Verdict>>;

/** What can be told of an explanation before any of its tokens is shown. */
export interface Judgement {
  readonly verdicts: Verdicts;
  readonly groups: SequenceGroups | null;
}

const fields = {
  evCorrelation: 'evCorrelationScore',
  rSquared: 'rsquaredScore',
  absoluteDevExplained: 'absoluteDevExplainedScore',
} as const;
const kinds = ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const;

/** Judges an explanation; `recomputed` are its scores from its tokens, `units` those of its simulation. */
export function judge(
  scored: ScoredExplanation,
  recomputed: ComputedScores,
  units: Units,
): Judgement {
  const { scoredSimulation } = scored;
  const sequences = judgedSequences(scored);
  const undefinedWhy = () => undefinedReason(sequences);
  const verdict = (kind: keyof ComputedScores) =>
    verdictOn(scoredSimulation[fields[kind]], recomputed[kind], undefinedWhy, () =>
      disagreement(kind, scoredSimulation[fields[kind]], scored, sequences, units),
    );
  return {
    verdicts: {
      evCorrelation: verdict('evCorrelation'),
      rSquared: verdict('rSquared'),
      absoluteDevExplained: verdict('absoluteDevExplained'),
    },
    groups: sequenceGroups(sequences.map(({ actual }) => actual)),
  };
}

/** The likely reason for which a whole's score is another one than its tokens give; each is tried on the data. */
function disagreement(
  kind: keyof ComputedScores,
  stored: number | null,
  scored: ScoredExplanation,
  sequences: readonly JudgedSequence[],
  units: Units,
): DisagreementReason {
  const gives = (simulated: readonly number[] | null) =>
    simulated !== null && stored !== null && agrees(computeScores(actual, simulated)[kind], stored);
  const actual = sequences.flatMap((sequence) => sequence.actual);
  const uncalibrated = sequences.flatMap((sequence) => sequence.uncalibrated ?? []);
  if (uncalibrated.length > 0 && gives(uncalibrated)) return 'uncalibrated';
  if (units === 'normalized' && gives(mapped(sequences))) return 'calibrated';
  if (stored === 0) return 'placeholder';
  const each = scored.scoredSimulation.scoredSequenceSimulations;
  if (each.length > 0 && each.every((sequence) => givesOwn(sequence, kind)))
    return 'fewerSequences';
  return units === 'normalized' && kind !== 'evCorrelation' ? 'anotherScale' : 'unknown';
}

/** Whether the tokens of a sequence give its own score. */
function givesOwn(sequence: ScoredSequenceSimulation, kind: keyof ComputedScores): boolean {
  const stored = sequence[fields[kind]];
  const recomputed = scoreSequence(sequence)[kind];
  if (stored === null) return false;
  return Number.isFinite(stored) ? agrees(stored, recomputed) : !Number.isFinite(recomputed);
}

/** The simulated values in the neuron's units, by the line of least squares; null where there is none. */
function mapped(sequences: readonly JudgedSequence[]): number[] | null {
  const { points } = pointsOf(sequences);
  const line = fitLine(points.simulated, points.actual);
  return (
    line && sequences.flatMap(({ simulated }) => simulated.map((value) => onLine(line, value)))
  );
}

/** The verdicts on one sequence, whose data are all that its scores can be of. */
export function judgeSequence(sequence: ScoredSequenceSimulation): Verdicts {
  const { simulation, trueActivations } = sequence;
  const undefinedWhy = () =>
    undefinedReason([{ actual: trueActivations, simulated: simulation.expectedActivations }]);
  const recomputed = scoreSequence(sequence);
  const [evCorrelation, rSquared, absoluteDevExplained] = kinds.map((kind) => {
    const stored = sequence[fields[kind]];
    return verdictOn(stored, recomputed[kind], undefinedWhy, () =>
      stored === 0 ? 'placeholder' : 'unknown',
    );
  }) as [Verdict, Verdict, Verdict];
  return { evCorrelation, rSquared, absoluteDevExplained };
}

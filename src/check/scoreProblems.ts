import { judge, judgeSequence } from '../analysis/judgement.ts';
import { simulationOf } from '../analysis/simulation.ts';
import type { Verdict } from '../analysis/verdict.ts';
import { type Problem, problem } from '../format/problem.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import type { JsonPath } from '../format/pythonJson.ts';
import type { ScoredExplanation } from '../format/schema.ts';
import { type ComputedScores, scoreSequence, scoreSimulation } from '../format/scores.ts';

const kinds = [
  { kind: 'evCorrelation', field: 'ev_correlation_score', own: 'evCorrelationScore' },
  { kind: 'rSquared', field: 'rsquared_score', own: 'rsquaredScore' },
  {
    kind: 'absoluteDevExplained',
    field: 'absolute_dev_explained_score',
    own: 'absoluteDevExplainedScore',
  },
] as const;

/** What a number may be above 1 by rounding. */
const tolerance = 1e-6;

/** What is wrong with the scores of an explanation, which is at `path` of the neuron by the current names. */
export function scoreProblems(scored: ScoredExplanation, path: JsonPath): Problem[] {
  const simulation = [...path, 'scored_simulation'];
  return [
    ...ofWhole(scored, simulation),
    ...ofSequences(scored, [...simulation, 'scored_sequence_simulations']),
  ];
}

function ofWhole(scored: ScoredExplanation, path: JsonPath): Problem[] {
  const { scoredSimulation } = scored;
  const recomputed = scoreSimulation(scoredSimulation);
  const { verdicts } = judge(scored, recomputed, simulationOf(scored).units);
  const sequences = scoredSimulation.scoredSequenceSimulations;
  return kinds.flatMap(({ kind, field, own }) => {
    const stored = scoredSimulation[own];
    const hasOwn = sequences.some((sequence) => sequence[own] !== null);
    const code = isOutOfRange(kind, stored)
      ? 'score-out-of-range'
      : codeOf(kind, stored, verdicts[kind], hasOwn ? 'score-disagrees' : 'score-unexplained');
    return code ? problem(code, [...path, field], message(code, stored, recomputed[kind])) : [];
  });
}

/** On the simulator's scale only the correlation can be held against the tokens: the others may be of the simulation once it was calibrated. */
function ofSequences(scored: ScoredExplanation, path: JsonPath): Problem[] {
  const isNeurons = simulationOf(scored).units === 'neuron';
  return scored.scoredSimulation.scoredSequenceSimulations.flatMap((sequence, i) => {
    const recomputed = scoreSequence(sequence);
    const verdicts = judgeSequence(sequence);
    return kinds.flatMap(({ kind, field, own }) => {
      const stored = sequence[own];
      if (stored === null) return [];
      if (!isOutOfRange(kind, stored) && !isNeurons && kind !== 'evCorrelation') return [];
      const code = isOutOfRange(kind, stored)
        ? 'score-out-of-range'
        : codeOf(kind, stored, verdicts[kind], 'score-disagrees');
      return code
        ? problem(code, [...path, i, field], message(code, stored, recomputed[kind]))
        : [];
    });
  });
}

function isOutOfRange(kind: keyof ComputedScores, stored: number | null): boolean {
  if (stored === null || !Number.isFinite(stored)) return false;
  return stored > 1 + tolerance || (kind === 'evCorrelation' && stored < -1 - tolerance);
}

/** `otherwise` is what a disagreement is whose reason is not known. */
function codeOf(
  kind: keyof ComputedScores,
  stored: number | null,
  verdict: Verdict,
  otherwise: ProblemCode,
): ProblemCode | undefined {
  if (verdict.kind === 'absent')
    return verdict.why === null && kind === 'evCorrelation' ? 'score-missing' : undefined;
  if (verdict.kind !== 'disagree') return undefined;
  switch (verdict.why) {
    case 'placeholder':
      return 'score-placeholder';
    case 'onlyRecomputed':
      return kind === 'evCorrelation' ? 'score-missing' : undefined;
    case 'calibrated':
    case 'uncalibrated':
    case 'anotherScale':
      return 'score-other-scale';
    // The file has fewer sequences than were scored, as the public ones do; or its faults are told of the values.
    case 'fewerSequences':
    case 'missing':
    case 'lengths':
    case 'noTokens':
      return undefined;
    case 'dead':
    case 'constantActual':
    case 'constantSimulation':
      return stored === 0 ? 'score-placeholder' : otherwise;
    case 'unknown':
      return otherwise;
  }
}

function message(code: ProblemCode, stored: number | null, recomputed: number): string {
  const tokens = Number.isFinite(recomputed)
    ? `the tokens give ${round(recomputed)}`
    : 'the tokens give no value';
  if (code === 'score-missing') return `Expected a score, found none; ${tokens}.`;
  return `The file has ${round(stored ?? NaN)}, ${tokens}.`;
}

function round(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

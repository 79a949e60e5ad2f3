import { displayId } from '../format/display.ts';
import { compareScores, getPreferredScore } from '../format/preferredScore.ts';
import { formatPath, type Problem } from '../format/problem.ts';
import type {
  NeuronSimulationResults,
  ScoredExplanation,
  ScoredSequenceSimulation,
} from '../format/schema.ts';
import { type ComputedScores, scoreSequence, scoreSimulation } from '../format/scores.ts';
import { simulatedUnits } from '../format/simulatedUnits.ts';
import type {
  ExplanationScale,
  ExplanationSummary,
  Extent,
  NeuronDocument,
  ProblemMessage,
  Score,
  Scores,
  Sequence,
  SequencePage,
} from './protocol.ts';

/** How many problems the page lists; the rest is a number. */
const listedProblems = 20;

/** What a page of sequences holds at most: enough for any usual neuron, so that it comes at once. */
const pageLimits = { sequences: 50, tokens: 20_000 };

/** Where a neuron is, for people and for the page. */
export interface NeuronPlace {
  readonly uri: string;
  readonly layer: number;
  readonly neuron: number;
  readonly path: string;
}

/** A neuron as the page shows it, but for its sequences. */
export function neuronDocument(
  place: NeuronPlace,
  neuron: NeuronSimulationResults,
  problems: readonly Problem[],
): NeuronDocument {
  return {
    kind: 'neuron',
    ...place,
    title: displayId(place),
    explanations: neuron.scoredExplanations
      .map((scored, index) => ({ scored, index, score: getPreferredScore(scored) }))
      .sort((a, b) => compareScores(a.score, b.score))
      .map(({ scored, index }) => summarize(scored, index)),
    problems: problems.slice(0, listedProblems).map(problemMessage),
    moreProblems: Math.max(0, problems.length - listedProblems),
  };
}

/** The sequences of an explanation from the `from`th on, as many as go into a page. */
export function sequencePage(
  neuron: NeuronSimulationResults,
  explanation: number,
  from: number,
): SequencePage {
  const scored = neuron.scoredExplanations[explanation];
  const all = scored?.scoredSimulation.scoredSequenceSimulations ?? [];
  const hasDistributions = predicts(all);
  const sequences: Sequence[] = [];
  let tokens = 0;
  for (const [i, sequence] of all.slice(from, from + pageLimits.sequences).entries()) {
    tokens += sequence.simulation.tokens.length;
    if (sequences.length > 0 && tokens > pageLimits.tokens) break;
    sequences.push(sequenceMessage(from + i, sequence, hasDistributions));
  }
  return { explanation, from, total: all.length, sequences };
}

/** The sequences of an explanation at these places. */
export function sequencesAt(
  neuron: NeuronSimulationResults,
  explanation: number,
  places: readonly number[],
): Sequence[] {
  const scored = neuron.scoredExplanations[explanation];
  const all = scored?.scoredSimulation.scoredSequenceSimulations ?? [];
  return places.flatMap((place) => {
    const sequence = all[place];
    return sequence ? [sequenceMessage(place, sequence, predicts(all))] : [];
  });
}

/** Whether the simulator has said anything of single tokens, so that its silence means something. */
function predicts(sequences: readonly ScoredSequenceSimulation[]): boolean {
  return sequences.some((s) => distributionsPerToken(s)?.some((row) => row.length > 0));
}

function summarize(scored: ScoredExplanation, index: number): ExplanationSummary {
  const { scoredSimulation } = scored;
  const sequences = scoredSimulation.scoredSequenceSimulations;
  return {
    index,
    text: scored.explanation,
    scores: storedScores(scoredSimulation),
    recomputed: recomputedScores(scoreSimulation(scoredSimulation)),
    tokenCount: sequences.reduce((sum, { simulation }) => sum + simulation.tokens.length, 0),
    sequenceCount: sequences.length,
    scale: scaleOf(scored),
  };
}

function scaleOf(scored: ScoredExplanation): ExplanationScale {
  const sequences = scored.scoredSimulation.scoredSequenceSimulations;
  return {
    simulatedUnits: simulatedUnits(scored),
    actual: extent(sequences.map((s) => s.trueActivations)),
    simulated: extent(sequences.map((s) => s.simulation.expectedActivations)),
  };
}

function extent(lists: readonly (readonly number[])[]): Extent | null {
  let min = Infinity;
  let max = -Infinity;
  for (const list of lists) {
    for (const value of list) {
      if (!Number.isFinite(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  return min <= max ? { min, max } : null;
}

function sequenceMessage(
  index: number,
  sequence: ScoredSequenceSimulation,
  hasDistributions: boolean,
): Sequence {
  const { simulation, trueActivations } = sequence;
  const count = simulation.tokens.length;
  return {
    index,
    tokens: simulation.tokens,
    actual: ofLength(trueActivations, count),
    simulated: ofLength(simulation.expectedActivations, count),
    predicted: hasDistributions ? predictedTokens(sequence) : null,
    scores: storedScores(sequence),
    recomputed: recomputedScores(scoreSequence(sequence)),
  };
}

/** One value a token: NaN where the list is too short. */
function ofLength(values: readonly number[], count: number): Float64Array {
  const result = new Float64Array(count).fill(NaN);
  result.set(values.slice(0, count));
  return result;
}

function predictedTokens(sequence: ScoredSequenceSimulation): Uint8Array | null {
  const rows = distributionsPerToken(sequence);
  if (!rows || rows.every((row) => row.length > 0)) return null;
  return Uint8Array.from(rows, (row) => Number(row.length > 0));
}

/** Null where the rows are not one a token, so that they say nothing of single tokens. */
function distributionsPerToken({ simulation }: ScoredSequenceSimulation): number[][] | null {
  const { tokens, distributionValues } = simulation;
  return distributionValues.length === tokens.length ? distributionValues : null;
}

function storedScores(of: {
  evCorrelationScore: number | null;
  rsquaredScore: number | null;
  absoluteDevExplainedScore: number | null;
}): Scores {
  return {
    evCorrelation: scoreMessage(of.evCorrelationScore),
    rSquared: scoreMessage(of.rsquaredScore),
    absoluteDevExplained: scoreMessage(of.absoluteDevExplainedScore),
  };
}

function recomputedScores(scores: ComputedScores): Scores {
  return {
    evCorrelation: scoreMessage(scores.evCorrelation),
    rSquared: scoreMessage(scores.rSquared),
    absoluteDevExplained: scoreMessage(scores.absoluteDevExplained),
  };
}

function scoreMessage(score: number | null): Score {
  return score === null || Number.isFinite(score) ? score : 'undefined';
}

function problemMessage({ severity, path, message }: Problem): ProblemMessage {
  return { severity, where: formatPath(path), message, path };
}

import { judge, type Judged, judgeSequence } from '../../analysis/judgement.ts';
import { sequenceScores, wholeScores } from '../../analysis/recomputed.ts';
import { simulationOf } from '../../analysis/simulation.ts';
import { type GroupedUnit, unitLabel } from '../../model/unit.ts';
import { compareScores, getPreferredScore } from '../../format/preferredScore.ts';
import { formatPath, type Problem } from '../../format/problem.ts';
import type {
  NeuronSimulationResults,
  ScoredExplanation,
  ScoredSequenceSimulation,
} from '../../format/schema.ts';
import type { ComputedScores } from '../../format/scores.ts';
import { hasDistributions, rowsPerToken } from './distribution.ts';
import { orderOf } from './order.ts';
import type {
  ExplanationSummary,
  NeuronDocument,
  ProblemMessage,
  Score,
  Scores,
  Sequence,
  SequencePage,
} from '../contract/protocol.ts';
import { scaleOf } from './scaleOf.ts';
import type { Order } from '../contract/viewChoices.ts';

/** Further problems are only counted. */
const listedProblems = 20;

/** Upper limits of one page. Any usual neuron fits in the first. */
const pageLimits = { sequences: 50, tokens: 20_000 };

/** A neuron and where it is. */
export interface LocatedNeuron extends GroupedUnit {
  readonly uri: string;
  /** For display. */
  readonly path: string;
}

/** The neuron for the page, without its sequences. */
export function neuronDocument(
  { uri, path, group, unit }: LocatedNeuron,
  neuron: NeuronSimulationResults,
  problems: readonly Problem[],
): NeuronDocument {
  return {
    kind: 'neuron',
    uri,
    path,
    layer: group.label,
    neuron: unit.label,
    title: unitLabel({ group, unit }),
    explanations: neuron.scoredExplanations
      .map((scored, index) => ({ scored, index, score: getPreferredScore(scored) }))
      .sort((a, b) => compareScores(a.score, b.score))
      .map(({ scored, index }) => summarize(scored, neuron.scoredExplanations, index)),
    problems: problems.slice(0, listedProblems).map(problemMessage),
    moreProblems: Math.max(0, problems.length - listedProblems),
  };
}

/** One page of an explanation's sequences, from index `from` of the order. */
export function sequencePage(
  neuron: NeuronSimulationResults,
  explanation: number,
  from: number,
  order: Order = 'stored',
): SequencePage {
  const scored = neuron.scoredExplanations[explanation];
  const sequences: Sequence[] = [];
  if (!scored) return { explanation, order, from, total: 0, sequences };
  const all = scored.scoredSimulation.scoredSequenceSimulations;
  const judged = { scored, all: neuron.scoredExplanations };
  let tokens = 0;
  for (const position of orderOf(scored, order).slice(from, from + pageLimits.sequences)) {
    const sequence = all[position]!;
    tokens += sequence.simulation.tokens.length;
    if (sequences.length > 0 && tokens > pageLimits.tokens) break;
    sequences.push(sequenceMessage(position, sequence, judged));
  }
  return { explanation, order, from, total: all.length, sequences };
}

/** An explanation's sequences by their positions in the file. */
export function sequencesAt(
  neuron: NeuronSimulationResults,
  explanation: number,
  positions: readonly number[],
): Sequence[] {
  const scored = neuron.scoredExplanations[explanation];
  if (!scored) return [];
  const judged = { scored, all: neuron.scoredExplanations };
  return positions.flatMap((position) => {
    const sequence = scored.scoredSimulation.scoredSequenceSimulations[position];
    return sequence ? [sequenceMessage(position, sequence, judged)] : [];
  });
}

function summarize(
  scored: ScoredExplanation,
  all: readonly ScoredExplanation[],
  index: number,
): ExplanationSummary {
  const { scoredSimulation } = scored;
  const sequences = scoredSimulation.scoredSequenceSimulations;
  const scale = scaleOf(scored);
  return {
    index,
    text: scored.explanation,
    scores: storedScores(scoredSimulation),
    recomputed: recomputedScores(wholeScores(scoredSimulation)),
    tokenCount: sequences.reduce((sum, { simulation }) => sum + simulation.tokens.length, 0),
    sequenceCount: sequences.length,
    scale,
    judgement: judge({ scored, all }),
  };
}

function sequenceMessage(
  index: number,
  sequence: ScoredSequenceSimulation,
  judged: Judged,
): Sequence {
  const { scored } = judged;
  const { simulation, trueActivations } = sequence;
  const nested = simulationOf(scored).uncalibrated && simulation.uncalibratedSimulation;
  const count = simulation.tokens.length;
  return {
    index,
    tokens: simulation.tokens,
    actual: ofLength(trueActivations, count),
    simulated: ofLength(simulation.expectedActivations, count),
    uncalibrated: nested && ofLength(nested.expectedActivations, count),
    predicted: hasDistributions(scored) ? predictedTokens(sequence) : null,
    scores: storedScores(sequence),
    recomputed: recomputedScores(sequenceScores(sequence)),
    verdicts: judgeSequence(judged, index),
  };
}

/** One value per token. NaN if the list is too short. */
function ofLength(values: readonly number[], count: number): Float64Array {
  const result = new Float64Array(count).fill(NaN);
  result.set(values.slice(0, count));
  return result;
}

function predictedTokens(sequence: ScoredSequenceSimulation): Uint8Array | null {
  const rows = rowsPerToken(sequence.simulation);
  if (!rows || rows.every((row) => row.length > 0)) return null;
  return Uint8Array.from(rows, (row) => Number(row.length > 0));
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

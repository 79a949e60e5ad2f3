import { checkExplanation, checkSequence, type Judged } from '../../analysis/checkScores.ts';
import { sequenceGroups } from '../../analysis/groups.ts';
import { simulationOf } from '../../analysis/simulation.ts';
import { type GroupedUnit, unitLabel } from '../../model/unit.ts';
import { compareScores, getPreferredScore } from '../../format/preferredScore.ts';
import { formatPath, type Problem } from '../../format/problem.ts';
import type {
  NeuronSimulationResults,
  ScoredExplanation,
  ScoredSequenceSimulation,
} from '../../format/schema.ts';
import { hasDistributions, rowsPerToken } from './distribution.ts';
import { orderOf } from './order.ts';
import type {
  ExplanationSummary,
  NeuronDocument,
  ProblemMessage,
  Sequence,
  SequencePage,
} from '../contract/protocol.ts';
import { scaleOf } from './scaleOf.ts';
import type { Order } from '../contract/viewChoices.ts';

/** How many problems the page lists; the rest is a number. */
const listedProblems = 20;

/** What a page of sequences holds at most: enough for any usual neuron, so that it comes at once. */
const pageLimits = { sequences: 50, tokens: 20_000 };

/** A neuron and where it is. */
export interface LocatedNeuron extends GroupedUnit {
  readonly uri: string;
  /** For display. */
  readonly path: string;
}

/** A neuron as the page shows it, but for its sequences. */
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

/** The sequences of an explanation from the `from`th of an order on, as many as go into a page. */
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
  for (const place of orderOf(scored, order).slice(from, from + pageLimits.sequences)) {
    const sequence = all[place]!;
    tokens += sequence.simulation.tokens.length;
    if (sequences.length > 0 && tokens > pageLimits.tokens) break;
    sequences.push(sequenceMessage(place, sequence, judged));
  }
  return { explanation, order, from, total: all.length, sequences };
}

/** The sequences of an explanation at these places. */
export function sequencesAt(
  neuron: NeuronSimulationResults,
  explanation: number,
  places: readonly number[],
): Sequence[] {
  const scored = neuron.scoredExplanations[explanation];
  if (!scored) return [];
  const judged = { scored, all: neuron.scoredExplanations };
  return places.flatMap((place) => {
    const sequence = scored.scoredSimulation.scoredSequenceSimulations[place];
    return sequence ? [sequenceMessage(place, sequence, judged)] : [];
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
    scores: checkExplanation({ scored, all }),
    tokenCount: sequences.reduce((sum, { simulation }) => sum + simulation.tokens.length, 0),
    sequenceCount: sequences.length,
    scale,
    groups: sequenceGroups(sequences.map((each) => each.trueActivations)),
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
    scores: checkSequence(judged, index),
  };
}

/** One value a token: NaN where the list is too short. */
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

function problemMessage({ severity, path, message }: Problem): ProblemMessage {
  return { severity, where: formatPath(path), message, path };
}

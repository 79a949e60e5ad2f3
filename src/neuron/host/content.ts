import { checkExplanation, checkSequence, type Judged } from '../../analysis/checkScores.ts';
import { sequenceGroups } from '../../analysis/groups.ts';
import { predictedTokens } from '../../analysis/judgedSequence.ts';
import { simulationOf } from '../../analysis/simulation.ts';
import { type GroupedUnit, unitLabel } from '../../model/unit.ts';
import { compareScores } from '../../format/preferredScore.ts';
import { formatPath, type Problem } from '../../format/problem.ts';
import type { ExplainedUnit, Explanation, StoredSequence } from '../../model/explanation.ts';
import { preferred } from '../../model/score.ts';
import { orderOf } from './order.ts';
import type { ExplanationSummary, NeuronDocument, ProblemMessage } from '../contract/protocol.ts';
import type { Sequence, SequencePage, Order } from '../../tokens/contract.ts';
import { scaleOf } from './scaleOf.ts';

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
  { explanations }: ExplainedUnit,
  problems: readonly Problem[],
): NeuronDocument {
  return {
    kind: 'neuron',
    uri,
    path,
    layer: group.label,
    neuron: unit.label,
    title: unitLabel({ group, unit }),
    explanations: explanations
      .map(({ scores }, index) => ({ index, score: preferred(scores) }))
      .sort((a, b) => compareScores(a.score, b.score))
      .map(({ index }) => summarize(explanations, index)),
    problems: problems.slice(0, listedProblems).map(problemMessage),
    moreProblems: Math.max(0, problems.length - listedProblems),
  };
}

/** One page of an explanation's sequences, from index `from` of the order. */
export function sequencePage(
  { explanations }: ExplainedUnit,
  explanation: number,
  from: number,
  order: Order = 'stored',
): SequencePage {
  const explained = explanations[explanation];
  const sequences: Sequence[] = [];
  if (!explained) return { explanation, order, from, total: 0, sequences };
  const all = explained.sequences;
  const judged = { explanation: explained, all: explanations };
  let tokens = 0;
  for (const position of orderOf(explained, order).slice(from, from + pageLimits.sequences)) {
    const sequence = all[position]!;
    tokens += sequence.tokens.length;
    if (sequences.length > 0 && tokens > pageLimits.tokens) break;
    sequences.push(sequenceMessage(position, sequence, judged));
  }
  return { explanation, order, from, total: all.length, sequences };
}

/** An explanation's sequences by their positions in the file. */
export function sequencesAt(
  { explanations }: ExplainedUnit,
  explanation: number,
  positions: readonly number[],
): Sequence[] {
  const explained = explanations[explanation];
  if (!explained) return [];
  const judged = { explanation: explained, all: explanations };
  return positions.flatMap((position) => {
    const sequence = explained.sequences[position];
    return sequence ? [sequenceMessage(position, sequence, judged)] : [];
  });
}

function summarize(all: readonly Explanation[], index: number): ExplanationSummary {
  const explanation = all[index]!;
  const { text, sequences } = explanation;
  return {
    index,
    text,
    scores: checkExplanation({ explanation, all }),
    tokenCount: sequences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    sequenceCount: sequences.length,
    scale: scaleOf(explanation),
    groups: sequenceGroups(sequences.map(({ actual }) => actual)),
  };
}

function sequenceMessage(index: number, sequence: StoredSequence, judged: Judged): Sequence {
  const { explanation } = judged;
  const { tokens, actual, simulation } = sequence;
  const before = simulationOf(explanation).uncalibrated && simulation?.uncalibrated;
  const predicted = predictedTokens(explanation, sequence);
  const count = tokens.length;
  return {
    index,
    tokens,
    actual: ofLength(actual, count),
    simulated: simulation ? ofLength(simulation.expected, count) : new Float64Array(0),
    uncalibrated: before ? ofLength(before.expected, count) : null,
    predicted: predicted && Uint8Array.from(predicted, Number),
    scores: checkSequence(judged, index),
  };
}

/** One value per token. NaN if the list is too short. */
function ofLength(values: readonly number[], count: number): Float64Array {
  const result = new Float64Array(count).fill(NaN);
  result.set(values.slice(0, count));
  return result;
}

function problemMessage({ severity, path, message }: Problem): ProblemMessage {
  return { severity, where: formatPath(path), message, path };
}

import { activationHistogram } from '../../../src/analysis/activationHistogram.ts';
import { sequenceGroups } from '../../../src/analysis/groups.ts';
import { checkScore, isMeasured, undefinedReason } from '../../../src/analysis/checkScore.ts';
import { measuresOf } from '../../../src/analysis/measures.ts';
import { analyseSequences } from '../../../src/analysis/analyse.ts';
import type {
  ActivationsMessage,
  AnalysisMessage,
  ShownNote,
  ExplanationSummary,
  HostMessage,
  NeuronContent,
  NeuronDocument,
  NeuronFailure,
} from '../../../src/neuron/contract/protocol.ts';
import { openaiScoreKinds } from '../../../src/dialects/openai/scoreKinds.ts';
import { type Score, scoreValue, type ScoreValue } from '../../../src/model/score.ts';
import type { Extent } from '../../../src/analysis/points.ts';
import type { DifferenceScale, Sequence, Order } from '../../../src/tokens/contract.ts';
import { applyMap, identity, linearMapOf } from '../../../src/analysis/calibration.ts';
import { rangeMap, type UnitsMap } from '../../../src/analysis/simulation.ts';

/** A neuron on the host's side: its document, and the sequences for later requests. */
export interface HostNeuron {
  readonly document: NeuronDocument;
  readonly sequences: ReadonlyMap<number, readonly Sequence[]>;
  /** The host's analysis of an explanation. */
  readonly analysis: (explanation: number) => AnalysisMessage;
  readonly activations: (explanation: number) => ActivationsMessage | null;
}

export interface ExplanationInput {
  readonly text?: string | null;
  /** By the keys of their kinds; those of the tokens where none is given. */
  readonly scores?: Readonly<Record<string, ScoreValue>>;
  readonly units?: 'neuron' | 'normalized';
  readonly sequences: readonly SequenceInput[];
}

export interface SequenceInput {
  readonly tokens: readonly string[];
  readonly actual: readonly number[];
  readonly simulated: readonly number[];
  readonly uncalibrated?: readonly number[];
  readonly predicted?: readonly number[];
  readonly score?: ScoreValue;
}

type DocumentInput = Partial<Omit<NeuronDocument, 'kind' | 'explanations'>>;

export function hostNeuron(
  explanations: readonly ExplanationInput[],
  document: DocumentInput = {},
): HostNeuron {
  const sequences = new Map(
    explanations.map((input, i) => [i, input.sequences.map(sequenceOf)] as const),
  );
  return {
    document: {
      kind: 'neuron',
      uri: 'file:///data/explanations/5/131.jsonl',
      title: '5:131',
      layer: '5',
      neuron: '131',
      path: 'explanations/5/131.jsonl',
      problems: [],
      moreProblems: 0,
      ...document,
      explanations: explanations.map((input, i) => summaryOf(input, i, sequences.get(i) ?? [])),
    },
    sequences,
    analysis: (index) => analysisOf(explanations[index]!, index),
    activations: (index) => activationsOf(explanations[index]!),
  };
}

function activationsOf({ sequences }: ExplanationInput): ActivationsMessage | null {
  const lists = sequences.map(({ actual }) => actual);
  const histogram = activationHistogram(lists, lists);
  return histogram && { ...histogram, source: 'sequences', texts: lists.length };
}

const limits = { points: 20_000, topTokens: 20, misses: 200 };

/** What takes the simulated values to the neuron's units. */
function toUnitsOf({ units, sequences }: ExplanationInput): UnitsMap {
  if (units !== 'normalized') return { by: 'own', map: identity };
  return rangeMap(Math.max(...sequences.flatMap(({ actual }) => actual).filter(Number.isFinite)));
}

function analysisOf(input: ExplanationInput, explanation: number): AnalysisMessage {
  const { units = 'neuron', sequences } = input;
  const judged = sequences.map((input) => ({
    ...input,
    uncalibrated: input.uncalibrated ?? null,
    predicted: input.predicted ? input.predicted.map(Boolean) : null,
  }));
  return { explanation, ...analyseSequences(judged, { units, toUnits: toUnitsOf(input) }, limits) };
}

/** A neuron of one explanation over one sequence. */
export function oneSequence(sequence: SequenceInput, explanation: Partial<ExplanationInput> = {}) {
  return hostNeuron([{ text: ' the sea', ...explanation, sequences: [sequence] }]);
}

export function failure(input: Partial<NeuronFailure> = {}): NeuronFailure {
  return {
    kind: 'failure',
    uri: 'file:///data/explanations/5/9.jsonl',
    title: '5:9',
    path: 'explanations/5/9.jsonl',
    reason: 'The file is empty.',
    detail: 'A neuron’s file has one line of JSON; this one has 0 bytes.',
    canOpenText: true,
    ...input,
  };
}

export function showMessage(
  content: NeuronContent,
  first: readonly Sequence[] | null,
  options: {
    explanation?: number;
    total?: number;
    pinned?: boolean;
    order?: Order;
    note?: ShownNote;
  } = {},
): HostMessage {
  const { explanation = 0, total = first?.length ?? 0, pinned = false, order = 'stored' } = options;
  const { note } = options;
  return {
    type: 'show',
    version: 1,
    content,
    first: first && { explanation, order, from: 0, total, sequences: first },
    pinned,
    ...(note && { note }),
  };
}

/** As JSON, with words in place of NaN and the infinities; `stub.js` reads it. */
export function encode(message: unknown): string {
  return JSON.stringify(message, (_, value: unknown) => {
    if (value instanceof Float64Array) return [...value].map(encodeNumber);
    return value instanceof Uint8Array || value instanceof Uint32Array ? [...value] : value;
  });
}

function encodeNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function sequenceOf(input: SequenceInput, index: number): Sequence {
  const { tokens, actual, simulated, uncalibrated, predicted, score } = input;
  const stored: Record<string, ScoreValue> = { rSquared: null, absoluteDevExplained: null };
  if (score !== undefined) stored.evCorrelation = score;
  return {
    index,
    tokens,
    actual: Float64Array.from(actual),
    simulated: Float64Array.from(simulated),
    uncalibrated: uncalibrated ? Float64Array.from(uncalibrated) : null,
    predicted: predicted ? Uint8Array.from(predicted) : null,
    scores: scoresOf(stored, actual, simulated, [input]),
  };
}

function summaryOf(
  input: ExplanationInput,
  index: number,
  sequences: readonly Sequence[],
): ExplanationSummary {
  const actual = sequences.flatMap((sequence) => [...sequence.actual]);
  const simulated = sequences.flatMap((sequence) => [...sequence.simulated]);
  const before = sequences.flatMap(({ uncalibrated }) => [...(uncalibrated ?? [])]);
  const map = linearMapOf(before, simulated);
  const units = input.units ?? 'neuron';
  const difference = ({ by, map: to }: UnitsMap, values: number[]): DifferenceScale => ({
    by,
    map: to,
    extent: to && extentOf(values.map((value, i) => applyMap(to, value) - actual[i]!)),
  });
  return {
    index,
    text: input.text === undefined ? ` explanation ${index}` : input.text,
    scores: scoresOf(input.scores ?? {}, actual, simulated, input.sequences),
    tokenCount: sequences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    sequenceCount: sequences.length,
    scale: {
      simulatedUnits: units,
      actual: extentOf(actual),
      simulated: extentOf(simulated),
      difference: difference(toUnitsOf(input), simulated),
      uncalibrated:
        before.length === 0
          ? null
          : {
              extent: extentOf(before),
              map,
              difference: difference(
                map ? { by: 'calibration', map } : toUnitsOf({ ...input, units: 'normalized' }),
                before,
              ),
            },
    },
    groups: sequenceGroups(input.sequences.map((sequence) => sequence.actual)),
  };
}

/** Checked scores: stored ones, else what the tokens give. */
function scoresOf(
  stored: Readonly<Record<string, ScoreValue>>,
  actual: readonly number[],
  simulated: readonly number[],
  sequences: readonly SequenceInput[],
): Score[] {
  const measures = measuresOf(actual, simulated);
  return openaiScoreKinds.filter(isMeasured).map((kind) => {
    const recomputed = measures[kind.measure];
    const value = kind.key in stored ? stored[kind.key]! : scoreValue(recomputed);
    const pair = { kind, stored: value === 'undefined' ? NaN : value, recomputed };
    const result = checkScore(pair, {
      undefinedWhy: () => undefinedReason(sequences),
      isRounding: () => false,
      cause: () => null,
      mayCoverMore: () => false,
    });
    return { kind: kind.key, value, check: { recomputed: scoreValue(recomputed), result } };
  });
}

function extentOf(values: readonly number[]): Extent | null {
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return null;
  return finite.reduce((e, v) => ({ min: Math.min(e.min, v), max: Math.max(e.max, v) }), {
    min: Infinity,
    max: -Infinity,
  });
}

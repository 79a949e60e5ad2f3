import { computeScores } from '../../../src/format/scores.ts';
import type { ShownNote } from '../../../src/neuron/notesProtocol.ts';
import type {
  ExplanationSummary,
  Extent,
  HostMessage,
  NeuronContent,
  NeuronDocument,
  NeuronFailure,
  Score,
  Scores,
  Sequence,
} from '../../../src/neuron/protocol.ts';

/** The host's side of a neuron: what it shows at once, and the sequences that it gives when asked. */
export interface HostNeuron {
  readonly document: NeuronDocument;
  readonly sequences: ReadonlyMap<number, readonly Sequence[]>;
}

export interface ExplanationInput {
  readonly text?: string | null;
  readonly scores?: Partial<Scores>;
  readonly units?: 'neuron' | 'normalized';
  readonly sequences: readonly SequenceInput[];
}

export interface SequenceInput {
  readonly tokens: readonly string[];
  readonly actual: readonly number[];
  readonly simulated: readonly number[];
  readonly predicted?: readonly number[];
  readonly score?: Score;
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
      layer: 5,
      neuron: 131,
      path: 'explanations/5/131.jsonl',
      problems: [],
      moreProblems: 0,
      ...document,
      explanations: explanations.map((input, i) => summaryOf(input, i, sequences.get(i) ?? [])),
    },
    sequences,
  };
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
  options: { explanation?: number; total?: number; kept?: boolean; note?: ShownNote } = {},
): HostMessage {
  const { explanation = 0, total = first?.length ?? 0, kept = false, note } = options;
  return {
    type: 'show',
    content,
    first: first && { explanation, from: 0, total, sequences: first },
    kept,
    ...(note && { note }),
  };
}

/** As JSON, with words in place of NaN and the infinities; `stub.js` reads it. */
export function encode(message: unknown): string {
  return JSON.stringify(message, (_, value: unknown) => {
    if (value instanceof Float64Array) return [...value].map(encodeNumber);
    return value instanceof Uint8Array ? [...value] : value;
  });
}

function encodeNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function sequenceOf(input: SequenceInput, index: number): Sequence {
  const { tokens, actual, simulated, predicted, score } = input;
  const recomputed = computeScores(actual, simulated);
  return {
    index,
    tokens,
    actual: Float64Array.from(actual),
    simulated: Float64Array.from(simulated),
    predicted: predicted ? Uint8Array.from(predicted) : null,
    scores: {
      evCorrelation: score === undefined ? scoreOf(recomputed.evCorrelation) : score,
      rSquared: null,
      absoluteDevExplained: null,
    },
    recomputed: scoresOf(recomputed),
  };
}

function summaryOf(
  input: ExplanationInput,
  index: number,
  sequences: readonly Sequence[],
): ExplanationSummary {
  const actual = sequences.flatMap((sequence) => [...sequence.actual]);
  const simulated = sequences.flatMap((sequence) => [...sequence.simulated]);
  const recomputed = scoresOf(computeScores(actual, simulated));
  return {
    index,
    text: input.text === undefined ? ` explanation ${index}` : input.text,
    scores: { ...recomputed, ...input.scores },
    recomputed,
    tokenCount: sequences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    sequenceCount: sequences.length,
    scale: {
      simulatedUnits: input.units ?? 'neuron',
      actual: extentOf(actual),
      simulated: extentOf(simulated),
    },
  };
}

function scoresOf(computed: Record<keyof Scores, number>): Scores {
  return {
    evCorrelation: scoreOf(computed.evCorrelation),
    rSquared: scoreOf(computed.rSquared),
    absoluteDevExplained: scoreOf(computed.absoluteDevExplained),
  };
}

function scoreOf(value: number): Score {
  return Number.isFinite(value) ? value : 'undefined';
}

function extentOf(values: readonly number[]): Extent | null {
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return null;
  return finite.reduce((e, v) => ({ min: Math.min(e.min, v), max: Math.max(e.max, v) }), {
    min: Infinity,
    max: -Infinity,
  });
}

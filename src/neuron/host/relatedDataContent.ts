import { displayId } from '../../text/display.ts';
import { formatPath, type Problem } from '../../format/problem.ts';
import type { ActivationRecord, NeuronRecord } from '../../format/schema.ts';
import type { DecodedSibling } from '../../format/siblingFile.ts';
import {
  type ConnectedNeurons,
  parseConnectedName,
  quantileRanges,
  type TokensAndWeights,
} from '../../format/siblings.ts';
import type { Extent } from '../../analysis/points.ts';
import type { ProblemMessage } from '../contract/protocol.ts';
import type { ActivationText } from '../../tokens/contract.ts';
import type {
  ConnectedNeuron,
  RecordGroup,
  RelatedData,
  SignedNeurons,
  TokenValue,
} from '../contract/relatedDataProtocol.ts';

/** Problems listed per file. One fault often affects all records. */
const listedProblems = 5;

/** Undefined if the directory does not contain the neuron. */
export type Lookup = (id: {
  layer: number;
  neuron: number;
}) => { readonly explanation: string | null } | undefined;

/** Related data as the page shows it. */
export function relatedData(decoded: DecodedSibling, path: string, lookup: Lookup): RelatedData {
  const file = { path, problems: decoded.problems.slice(0, listedProblems).map(problemMessage) };
  switch (decoded.kind) {
    case 'records':
      return { kind: decoded.kind, ...file, ...recordsOf(decoded.value) };
    case 'tokensByActivation': {
      const { tokens, averageActivations } = decoded.value;
      return { kind: decoded.kind, ...file, tokens: tokenValues(tokens, averageActivations) };
    }
    case 'tokensByWeight': {
      const { inputPositive, inputNegative, outputPositive, outputNegative } = decoded.value;
      const signed = (positive: TokensAndWeights, negative: TokensAndWeights) => ({
        positive: tokenValues(positive.tokens, positive.strengths),
        negative: tokenValues(negative.tokens, negative.strengths),
      });
      return {
        kind: decoded.kind,
        ...file,
        input: signed(inputPositive, inputNegative),
        output: signed(outputPositive, outputNegative),
      };
    }
    case 'connections': {
      const { cFc, cProj } = decoded.value;
      return {
        kind: decoded.kind,
        ...file,
        upstream: cFc && neuronsOf(cFc, lookup),
        downstream: cProj && neuronsOf(cProj, lookup),
      };
    }
  }
}

function recordsOf(record: NeuronRecord) {
  const { mean, variance, skewness, kurtosis, randomSampleByQuantile } = record;
  const quantiles = randomSampleByQuantile ?? [];
  const ranges = quantileRanges(record.quantileBoundaries, quantiles.length);
  const groups: RecordGroup[] = [
    group('top', record.mostPositiveActivationRecords),
    // Highest first, like the top-activating records.
    ...quantiles
      .map((records, index) => ({
        ...group('quantile', records),
        quantile: { ...ranges[index]!, index, of: quantiles.length },
      }))
      .reverse(),
    group('random', record.randomSample),
  ];
  return {
    moments: {
      mean: momentOf(mean),
      variance: momentOf(variance),
      skewness: momentOf(skewness),
      kurtosis: momentOf(kurtosis),
    },
    extent: extentOf(groups.flatMap(({ records }) => records.map(({ actual }) => actual))),
    groups: groups.filter(({ records }) => records.length > 0),
  };
}

function group(sample: RecordGroup['sample'], records: readonly ActivationRecord[]): RecordGroup {
  return { sample, quantile: null, records: records.map(activationText) };
}

function activationText({ tokens, activations }: ActivationRecord): ActivationText {
  const actual = new Float64Array(tokens.length).fill(NaN);
  actual.set(activations.slice(0, tokens.length));
  return { tokens, actual };
}

/** The reference reads a missing moment as NaN, so the two cannot be told apart. */
function momentOf(moment: number | null): number | null {
  return moment !== null && Number.isFinite(moment) ? moment : null;
}

function extentOf(lists: readonly Float64Array[]): Extent | null {
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

function tokenValues(tokens: readonly string[], values: readonly number[]): TokenValue[] {
  return tokens.map((token, i) => ({ token, value: finite(values[i]) }));
}

function neuronsOf(of: ConnectedNeurons, lookup: Lookup): SignedNeurons {
  const connected = (names: readonly string[], weights: readonly number[]) =>
    names.map((name, i): ConnectedNeuron => {
      const id = parseConnectedName(name);
      const known = id && lookup(id);
      return {
        title: id ? displayId(id) : name,
        weight: finite(weights[i]),
        place: id && known ? id : null,
        explanation: known?.explanation ?? null,
      };
    });
  return {
    positive: connected(of.topPositiveNeurons, of.topPositiveWeights),
    negative: connected(of.topNegativeNeurons, of.topNegativeWeights),
  };
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function problemMessage({ severity, path, message }: Problem): ProblemMessage {
  return { severity, where: formatPath(path), message, path };
}

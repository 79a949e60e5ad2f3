import { defineDataclass, type InstanceOf } from './dataclass.ts';
import { floats, texts } from './fields.ts';

/**
 * The public dataset's classes for sibling folders of the explanations, except `NeuronRecord`,
 * which the reference defines. The reference registers none of these, so `loads` does not know
 * them.
 */

/**
 * Tokens with the neuron's mean activation on each, highest first
 * (`related-tokens/activation-based`).
 */
export const TokenAverages = defineDataclass('TokenLookupTableSummaryOfNeuron', {
  tokens: texts,
  average_activations: floats,
});
export type TokenAverages = InstanceOf<typeof TokenAverages>;

/** Tokens with the weight of their connection to the neuron, strongest first. */
export const TokensAndWeights = defineDataclass('TokensAndWeights', {
  tokens: texts,
  strengths: floats,
});
export type TokensAndWeights = InstanceOf<typeof TokensAndWeights>;

/**
 * Tokens that by weights alone most raise or lower the neuron (`input`), and tokens that the neuron
 * most raises or lowers in the model's output (`related-tokens/weight-based`).
 */
export const TokenWeights = defineDataclass('WeightBasedSummaryOfNeuron', {
  input_positive: TokensAndWeights.schema,
  input_negative: TokensAndWeights.schema,
  output_positive: TokensAndWeights.schema,
  output_negative: TokensAndWeights.schema,
});
export type TokenWeights = InstanceOf<typeof TokenWeights>;

/**
 * Neurons on one side, each as `layer_neuron`, with connection weights. The files name no class.
 */
export const ConnectedNeurons = defineDataclass('ConnectedNeurons', {
  top_positive_neurons: texts,
  top_positive_weights: floats,
  top_negative_neurons: texts,
  top_negative_weights: floats,
});
export type ConnectedNeurons = InstanceOf<typeof ConnectedNeurons>;

/**
 * The neurons that most feed this one (`c_fc`, upstream) and those that it most feeds (`c_proj`,
 * downstream). Null for a missing side, as in the first and last layer
 * (`related-neurons/weight-based`).
 */
export const NeuronConnections = defineDataclass('NeuronConnections', {
  c_fc: ConnectedNeurons.schema.nullable(),
  c_proj: ConnectedNeurons.schema.nullable(),
});
export type NeuronConnections = InstanceOf<typeof NeuronConnections>;

/** `5_131` → layer and neuron; undefined for other names. */
export function parseConnectedName(name: string): { layer: number; neuron: number } | undefined {
  const [, layer, neuron] = /^(\d{1,15})_(\d{1,15})$/.exec(name) ?? [];
  return layer !== undefined && neuron !== undefined
    ? { layer: Number(layer), neuron: Number(neuron) }
    : undefined;
}

/** The smallest and largest activation of a quantile's sample; null if open. */
export interface QuantileRange {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * The range of each of the `count` lists in `random_sample_by_quantile`. Writers differ in which
 * boundaries they store: all, those above each list, or only those between lists.
 */
export function quantileRanges(
  boundaries: readonly unknown[] | null,
  count: number,
): readonly QuantileRange[] {
  const known = (boundaries ?? []).map((each) =>
    typeof each === 'number' && Number.isFinite(each) ? each : null,
  );
  const missing = count + 1 - known.length;
  if (missing < 0 || missing > 2) return Array.from({ length: count }, () => open);
  const all = [...(missing > 0 ? [null] : []), ...known, ...(missing > 1 ? [null] : [])];
  return Array.from({ length: count }, (_, i) => ({
    from: all[i] ?? null,
    to: all[i + 1] ?? null,
  }));
}

const open: QuantileRange = { from: null, to: null };

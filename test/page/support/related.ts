import { siblingOf } from './siblings.ts';

/** NaN is a missing value. */
export const record = (
  activations: readonly number[],
  tokens: readonly string[] = [' the', ' sea', ' was'],
) => ({ tokens, activations });

/** A file of records with these samples. */
export const recordsOf = (samples: object) =>
  siblingOf('records', {
    neuron_id: { layer_index: 5, neuron_index: 131 },
    most_positive_activation_records: Array.from({ length: 9 }, (_, i) => record([0, 9 - i, -2])),
    mean: 0.25,
    variance: 4,
    skewness: NaN,
    kurtosis: 12.5,
    ...samples,
  });
const strengths = (sign: number) => ({ tokens: [' sea', ' land'], strengths: [sign, sign / 2] });

export const averages = siblingOf('tokensByActivation', {
  tokens: [' sea', '\n', '<b>x</b>'],
  average_activations: [4, 0, -2],
});
export const byWeight = siblingOf('tokensByWeight', {
  input_positive: strengths(1),
  input_negative: strengths(-1),
  output_positive: strengths(2),
  output_negative: strengths(-2),
});
export const connections = siblingOf('connections', {
  c_fc: {
    top_positive_neurons: ['0_17', '3_4'],
    top_positive_weights: [2, 1],
    top_negative_neurons: ['0_18'],
    top_negative_weights: [-1],
  },
  c_proj: null,
});

/** A little of each kind of related data. */
export const relatedData = [
  recordsOf({ random_sample: [record([0, 1, NaN])] }),
  averages,
  byWeight,
  connections,
];

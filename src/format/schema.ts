import * as z from 'zod';
import { defineDataclass, type Instance, type InstanceOf } from './dataclass.ts';
import {
  floatRows,
  floats,
  index,
  listOf,
  optionalScore,
  score,
  text,
  texts,
  within,
} from './fields.ts';

/**
 * The classes of the format: the seed's dataclasses by their names and the file's field names, with the former names of
 * the second generation. All types of decoded data follow from here.
 */

/** In which units the values of a simulation are (seed: `ActivationScale`; the third is of the second generation). */
export const ActivationScale = z.enum(
  ['neuron_activations', 'simulated_normalized_activations', 'human_predicted_activations'],
  {
    error:
      "an activation scale: 'neuron_activations', 'simulated_normalized_activations' or 'human_predicted_activations'",
  },
);
export type ActivationScale = z.infer<typeof ActivationScale>;

/** A text sequence and a neuron's activation on each of its tokens. */
export const ActivationRecord = defineDataclass('ActivationRecord', {
  tokens: texts,
  activations: floats,
});
export type ActivationRecord = InstanceOf<typeof ActivationRecord>;

/** A neuron by its layer and its place in it, both from 0. */
export const NeuronId = defineDataclass(
  'NeuronId',
  { layer_index: index, neuron_index: index },
  { fields: { idx: 'neuron_index', layer: 'layer_index' } },
);
export type NeuronId = InstanceOf<typeof NeuronId>;

/** A neuron's activations on notable sequences, as the folders beside explanations hold it. */
export const NeuronRecord = defineDataclass('NeuronRecord', {
  neuron_id: NeuronId.schema,
  random_sample: listOf(ActivationRecord.schema, 'a list of activation records').default(() => []),
  random_sample_by_quantile: listOf(
    listOf(ActivationRecord.schema, 'a list of activation records'),
    'a list of lists of activation records',
  )
    .nullable()
    .default(null),
  quantile_boundaries: z.array(z.unknown()).nullable().default(null),
  mean: score.default(NaN),
  variance: score.default(NaN),
  skewness: score.default(NaN),
  kurtosis: score.default(NaN),
  most_positive_activation_records: listOf(
    ActivationRecord.schema,
    'a list of activation records',
  ).default(() => []),
});
export type NeuronRecord = InstanceOf<typeof NeuronRecord>;

const simulationFields = {
  /** The sequence of tokens that was simulated. */
  tokens: texts,
  /** Expected value of the possibly normalised activation, one a token. */
  expected_activations: floats,
  /** In which units `expected_activations` and `distribution_values` are. */
  activation_scale: ActivationScale,
  /** For each token, the values that the simulator predicted, most probable first. Empty where it predicted none. */
  distribution_values: floatRows,
  /** For each token, the probabilities of `distribution_values`. They need not sum to 1. */
  distribution_probabilities: floatRows,
};

/** A simulation of a neuron's activations on one sequence. */
export interface SequenceSimulation extends Instance<
  'SequenceSimulation',
  typeof simulationFields
> {
  /** The simulation before calibration to the neuron's units. */
  readonly uncalibratedSimulation: SequenceSimulation | null;
}
export const SequenceSimulation = defineDataclass(
  'SequenceSimulation',
  {
    ...simulationFields,
    uncalibrated_simulation: within((): z.ZodType<SequenceSimulation> => SequenceSimulation.schema)
      .nullable()
      .default(null),
  },
  { fields: { unit: 'activation_scale' }, dropped: ['response'] },
);

/** A simulation on one sequence, with the true activations and the scores on that sequence alone. */
export const ScoredSequenceSimulation = defineDataclass(
  'ScoredSequenceSimulation',
  {
    simulation: SequenceSimulation.schema,
    /** In the neuron's units, one a token. */
    true_activations: floats,
    ev_correlation_score: score,
    rsquared_score: optionalScore,
    absolute_dev_explained_score: optionalScore,
  },
  { fields: { sequence_simulation: 'simulation' } },
);
export type ScoredSequenceSimulation = InstanceOf<typeof ScoredSequenceSimulation>;

/** A simulation on several sequences, with the scores over all of their tokens joined. */
export const ScoredSimulation = defineDataclass('ScoredSimulation', {
  scored_sequence_simulations: listOf(
    ScoredSequenceSimulation.schema,
    'a list of scored sequence simulations',
  ),
  ev_correlation_score: optionalScore,
  rsquared_score: optionalScore,
  absolute_dev_explained_score: optionalScore,
});
export type ScoredSimulation = InstanceOf<typeof ScoredSimulation>;

/** An explanation in words, and how well a simulation from it does. */
export const ScoredExplanation = defineDataclass(
  'ScoredExplanation',
  { explanation: text, scored_simulation: ScoredSimulation.schema },
  {
    names: ['ScoredExplanationOrBaseline'],
    fields: { explanation_or_baseline: 'explanation' },
  },
);
export type ScoredExplanation = InstanceOf<typeof ScoredExplanation>;

/** All explanations of a neuron, in the order of the file. */
export const NeuronSimulationResults = defineDataclass(
  'NeuronSimulationResults',
  {
    neuron_id: NeuronId.schema,
    scored_explanations: listOf(ScoredExplanation.schema, 'a list of scored explanations'),
  },
  { fields: { scored_explanation_or_baseline_list: 'scored_explanations' } },
);
export type NeuronSimulationResults = InstanceOf<typeof NeuronSimulationResults>;

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
 * The classes of the format: the reference's dataclasses by their names and the file's field names,
 * with the former names of the second generation. All types of decoded data derive from here.
 */

/**
 * The units of a simulation's values (reference: `ActivationScale`; the third is from the second
 * generation).
 */
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

/** A neuron by its layer and its index in the layer, both from 0. */
export const NeuronId = defineDataclass(
  'NeuronId',
  { layer_index: index, neuron_index: index },
  { fields: { idx: 'neuron_index', layer: 'layer_index' } },
);
export type NeuronId = InstanceOf<typeof NeuronId>;

/** A neuron's activations on notable sequences, stored in sibling folders of the explanations. */
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
  /** The simulated sequence of tokens. */
  tokens: texts,
  /** Expected value of the possibly normalised activation, one per token. */
  expected_activations: floats,
  /** The units of `expected_activations` and `distribution_values`. */
  activation_scale: ActivationScale,
  /**
   * The values that the simulator predicted for each token, most probable first. Empty if it
   * predicted none.
   */
  distribution_values: floatRows,
  /** The probabilities of `distribution_values` for each token. They need not sum to 1. */
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

/** A simulation on one sequence, with the true activations and the scores on that sequence. */
export const ScoredSequenceSimulation = defineDataclass(
  'ScoredSequenceSimulation',
  {
    simulation: SequenceSimulation.schema,
    /** In the neuron's units, one per token. */
    true_activations: floats,
    ev_correlation_score: score,
    rsquared_score: optionalScore,
    absolute_dev_explained_score: optionalScore,
  },
  { fields: { sequence_simulation: 'simulation' } },
);
export type ScoredSequenceSimulation = InstanceOf<typeof ScoredSequenceSimulation>;

/** A simulation on several sequences, with scores over all their tokens joined. */
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

/** An explanation in words, with its scored simulation. */
export const ScoredExplanation = defineDataclass(
  'ScoredExplanation',
  { explanation: text, scored_simulation: ScoredSimulation.schema },
  {
    names: ['ScoredExplanationOrBaseline'],
    fields: { explanation_or_baseline: 'explanation' },
  },
);
export type ScoredExplanation = InstanceOf<typeof ScoredExplanation>;

/** All explanations of a neuron, in file order. */
export const NeuronSimulationResults = defineDataclass(
  'NeuronSimulationResults',
  {
    neuron_id: NeuronId.schema,
    scored_explanations: listOf(ScoredExplanation.schema, 'a list of scored explanations'),
  },
  { fields: { scored_explanation_or_baseline_list: 'scored_explanations' } },
);
export type NeuronSimulationResults = InstanceOf<typeof NeuronSimulationResults>;

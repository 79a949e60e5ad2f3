import { Char } from './characters';
import { skipBlank, skipToken } from './separators';
import { skipText } from './texts';
import { add, find } from './words';

/**
 * The fields of all classes, one bit each. A former name has the bit of its field, so an object
 * with both has it twice.
 */
export const enum Field {
  Unknown = 0,
  DataclassName = 1,
  NeuronId = 1 << 1,
  ScoredExplanations = 1 << 2,
  LayerIndex = 1 << 3,
  NeuronIndex = 1 << 4,
  Explanation = 1 << 5,
  ScoredSimulation = 1 << 6,
  ScoredSequenceSimulations = 1 << 7,
  EvCorrelationScore = 1 << 8,
  RsquaredScore = 1 << 9,
  AbsoluteDevExplainedScore = 1 << 10,
  Simulation = 1 << 11,
  TrueActivations = 1 << 12,
  Tokens = 1 << 13,
  ExpectedActivations = 1 << 14,
  ActivationScale = 1 << 15,
  DistributionValues = 1 << 16,
  DistributionProbabilities = 1 << 17,
  UncalibratedSimulation = 1 << 18,
  Response = 1 << 19,
}

/** The field of the last name. */
export let field: Field = Field.Unknown;

/** Skips a field name and its colon. 0 unless the format knows it, without escapes. */
export function skipName(at: usize): usize {
  const start = skipBlank(at);
  const end = skipText(start);
  if (!end) return 0;
  field = <Field>find(names, start + 1, end - start - 2);
  if (field == Field.Unknown) return 0;
  return skipToken(end, Char.Colon);
}

/** The names of all fields. Within a length, frequent ones come first. */
const names = memory.data(64 * 4, 16);

/** Call once. */
export function buildNames(): void {
  add(names, 'dataclass_name', Field.DataclassName);
  add(names, 'tokens', Field.Tokens);
  add(names, 'expected_activations', Field.ExpectedActivations);
  add(names, 'activation_scale', Field.ActivationScale);
  add(names, 'distribution_values', Field.DistributionValues);
  add(names, 'distribution_probabilities', Field.DistributionProbabilities);
  add(names, 'uncalibrated_simulation', Field.UncalibratedSimulation);
  add(names, 'simulation', Field.Simulation);
  add(names, 'true_activations', Field.TrueActivations);
  add(names, 'ev_correlation_score', Field.EvCorrelationScore);
  add(names, 'rsquared_score', Field.RsquaredScore);
  add(names, 'absolute_dev_explained_score', Field.AbsoluteDevExplainedScore);
  add(names, 'neuron_id', Field.NeuronId);
  add(names, 'layer_index', Field.LayerIndex);
  add(names, 'neuron_index', Field.NeuronIndex);
  add(names, 'scored_explanations', Field.ScoredExplanations);
  add(names, 'explanation', Field.Explanation);
  add(names, 'scored_simulation', Field.ScoredSimulation);
  add(names, 'scored_sequence_simulations', Field.ScoredSequenceSimulations);
  // From the second generation.
  add(names, 'unit', Field.ActivationScale);
  add(names, 'response', Field.Response);
  add(names, 'sequence_simulation', Field.Simulation);
  add(names, 'layer', Field.LayerIndex);
  add(names, 'idx', Field.NeuronIndex);
  add(names, 'explanation_or_baseline', Field.Explanation);
  add(names, 'scored_explanation_or_baseline_list', Field.ScoredExplanations);
}

import { skipText } from './texts';
import { add, find } from './words';

/** The allowed strings of some fields: classes, scales, and words for non-finite numbers. */
export const enum Value {
  NeuronSimulationResults = 1,
  NeuronId = 2,
  ScoredExplanation = 3,
  ScoredSimulation = 4,
  ScoredSequenceSimulation = 5,
  SequenceSimulation = 6,
  ActivationScale = 7,
  NotFinite = 8,
}

const values = memory.data(64 * 4, 16);

/** Call once. */
export function buildValues(): void {
  add(values, 'NeuronSimulationResults', Value.NeuronSimulationResults);
  add(values, 'NeuronId', Value.NeuronId);
  add(values, 'ScoredExplanation', Value.ScoredExplanation);
  add(values, 'ScoredExplanationOrBaseline', Value.ScoredExplanation);
  add(values, 'ScoredSimulation', Value.ScoredSimulation);
  add(values, 'ScoredSequenceSimulation', Value.ScoredSequenceSimulation);
  add(values, 'SequenceSimulation', Value.SequenceSimulation);
  add(values, 'neuron_activations', Value.ActivationScale);
  add(values, 'simulated_normalized_activations', Value.ActivationScale);
  add(values, 'human_predicted_activations', Value.ActivationScale);
  add(values, 'nan', Value.NotFinite);
  add(values, 'NaN', Value.NotFinite);
  add(values, 'inf', Value.NotFinite);
  add(values, '-inf', Value.NotFinite);
  add(values, 'Infinity', Value.NotFinite);
  add(values, '-Infinity', Value.NotFinite);
}

/** Skips a string of this kind without escapes. 0 otherwise. */
export function skipValue(at: usize, value: Value): usize {
  const end = skipText(at);
  return end && <Value>find(values, at + 1, end - at - 2) == value ? end : 0;
}

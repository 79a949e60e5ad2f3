import { byteAt, Char } from './characters';
import { skipBlank } from './separators';
import { skipText } from './texts';

/** The fields of all classes, each a bit. A former name is the field's other name: an object that has both has it twice. */
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

/** Which field the last name was. */
export let field: Field = Field.Unknown;

/** Past a field's name and its colon, to its value. 0 unless it is one that the format knows, without escapes in it. */
export function skipName(at: usize): usize {
  const start = skipBlank(at);
  const end = skipText(start);
  if (!end) return 0;
  field = fieldNamed(start + 1, <i32>(end - start - 2));
  if (field == Field.Unknown) return 0;
  at = skipBlank(end);
  return byteAt(at) == Char.Colon ? skipBlank(at + 1) : 0;
}

/** Past a string that is `name` or `other`. 0 unless it is. */
export function skipOneOf(at: usize, name: string, other: string = name): usize {
  const end = skipText(at);
  if (!end) return 0;
  const length = <i32>(end - at - 2);
  return is(at + 1, length, name) || is(at + 1, length, other) ? end : 0;
}

/** Whether these bytes are `name`, which is ASCII; with escapes they are not. */
export function is(start: usize, length: i32, name: string): bool {
  if (length != name.length) return false;
  const characters = changetype<usize>(name);
  for (let i: i32 = 0; i < length; i++) {
    if (byteAt(start + i) != load<u16>(characters + 2 * i)) return false;
  }
  return true;
}

function fieldNamed(start: usize, length: i32): Field {
  switch (length) {
    case 3:
      return is(start, length, 'idx') ? Field.NeuronIndex : Field.Unknown;
    case 4:
      return is(start, length, 'unit') ? Field.ActivationScale : Field.Unknown;
    case 5:
      return is(start, length, 'layer') ? Field.LayerIndex : Field.Unknown;
    case 6:
      return is(start, length, 'tokens') ? Field.Tokens : Field.Unknown;
    case 8:
      return is(start, length, 'response') ? Field.Response : Field.Unknown;
    case 9:
      return is(start, length, 'neuron_id') ? Field.NeuronId : Field.Unknown;
    case 10:
      return is(start, length, 'simulation') ? Field.Simulation : Field.Unknown;
    case 11:
      if (is(start, length, 'explanation')) return Field.Explanation;
      return is(start, length, 'layer_index') ? Field.LayerIndex : Field.Unknown;
    case 12:
      return is(start, length, 'neuron_index') ? Field.NeuronIndex : Field.Unknown;
    case 14:
      if (is(start, length, 'dataclass_name')) return Field.DataclassName;
      return is(start, length, 'rsquared_score') ? Field.RsquaredScore : Field.Unknown;
    case 16:
      if (is(start, length, 'true_activations')) return Field.TrueActivations;
      return is(start, length, 'activation_scale') ? Field.ActivationScale : Field.Unknown;
    case 17:
      return is(start, length, 'scored_simulation') ? Field.ScoredSimulation : Field.Unknown;
    case 19:
      if (is(start, length, 'distribution_values')) return Field.DistributionValues;
      if (is(start, length, 'sequence_simulation')) return Field.Simulation;
      return is(start, length, 'scored_explanations') ? Field.ScoredExplanations : Field.Unknown;
    case 20:
      if (is(start, length, 'expected_activations')) return Field.ExpectedActivations;
      return is(start, length, 'ev_correlation_score') ? Field.EvCorrelationScore : Field.Unknown;
    case 23:
      if (is(start, length, 'uncalibrated_simulation')) return Field.UncalibratedSimulation;
      return is(start, length, 'explanation_or_baseline') ? Field.Explanation : Field.Unknown;
    case 26:
      return is(start, length, 'distribution_probabilities')
        ? Field.DistributionProbabilities
        : Field.Unknown;
    case 27:
      return is(start, length, 'scored_sequence_simulations')
        ? Field.ScoredSequenceSimulations
        : Field.Unknown;
    case 28:
      return is(start, length, 'absolute_dev_explained_score')
        ? Field.AbsoluteDevExplainedScore
        : Field.Unknown;
    case 35:
      return is(start, length, 'scored_explanation_or_baseline_list')
        ? Field.ScoredExplanations
        : Field.Unknown;
    default:
      return Field.Unknown;
  }
}

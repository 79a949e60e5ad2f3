import { buildVectors, Char } from './characters';
import { skipExplanations } from './explanation';
import { buildNames, Field, field, skipName } from './fields';
import { index, skipIndex } from './numbers';
import { buildTables } from './numberTables';
import { forgetExponents } from './plainNumbers';
import { clearResults, resultCount } from './results';
import { more, skipLines, skipOpen, skipSeparator } from './separators';
import { buildValues, skipValue, Value } from './values';

export { results } from './results';

/**
 * Bytes around the file that are read but ignored. Those behind it are 0, which ends everything.
 */
const padding: usize = 128;

const required: u32 = Field.NeuronId | Field.ScoredExplanations;
const requiredOfId: u32 = Field.LayerIndex | Field.NeuronIndex;

/** The ID in the last file. */
let layerIndex: u32 = 0;
let neuronIndex: u32 = 0;

buildVectors();
buildTables();
buildNames();
buildValues();

/** The address for the file's bytes. */
export function inputStart(): usize {
  return (__heap_base + padding + 63) & ~63;
}

/** The memory size needed for a file of `length` bytes. */
export function memoryNeeded(length: usize): usize {
  return inputStart() + length + padding;
}

/**
 * The number of explanations of the neuron in the first `length` bytes of the input, now in the
 * results. -1 if the decoder might find a fault, or if the neuron is not `layer`:`neuron`.
 */
export function scan(length: usize, layer: f64, neuron: f64): i32 {
  const start = inputStart();
  const end = start + length;
  memory.fill(end, 0, padding);
  clearResults();
  forgetExponents();
  const after = skipNeuron(skipLines(start));
  if (!after || skipLines(after) != end) return -1;
  return layerIndex == layer && neuronIndex == neuron ? resultCount : -1;
}

/** Skips a valid `NeuronSimulationResults`. 0 otherwise. */
function skipNeuron(at: usize): usize {
  let seen: u32 = 0;
  at = skipOpen(at, Char.OpenObject);
  if (!at) return 0;
  do {
    at = skipName(at);
    if (!at || seen & field) return 0;
    seen |= field;
    switch (field) {
      case Field.NeuronId:
        at = skipNeuronId(at);
        break;
      case Field.ScoredExplanations:
        at = skipExplanations(at);
        break;
      case Field.DataclassName:
        at = skipValue(at, Value.NeuronSimulationResults);
        break;
      default:
        return 0;
    }
    at = skipSeparator(at, Char.CloseObject);
  } while (at && more);
  return (seen & required) == required ? at : 0;
}

function skipNeuronId(at: usize): usize {
  let seen: u32 = 0;
  at = skipOpen(at, Char.OpenObject);
  if (!at) return 0;
  do {
    at = skipName(at);
    if (!at || seen & field) return 0;
    seen |= field;
    switch (field) {
      case Field.LayerIndex:
        at = skipIndex(at);
        layerIndex = index;
        break;
      case Field.NeuronIndex:
        at = skipIndex(at);
        neuronIndex = index;
        break;
      case Field.DataclassName:
        at = skipValue(at, Value.NeuronId);
        break;
      default:
        return 0;
    }
    at = skipSeparator(at, Char.CloseObject);
  } while (at && more);
  return (seen & requiredOfId) == requiredOfId ? at : 0;
}

import { buildVectors } from './characters';
import { buildNames } from './fields';
import { layerIndex, NeuronSimulationResults, neuronIndex } from './neuron';
import { buildTables } from './numberTables';
import { skipObject } from './objects';
import { forgetExponents } from './plainNumbers';
import { clearResults, resultCount } from './results';
import { skipLines } from './separators';
import { buildValues } from './values';

export { results } from './results';

/**
 * Bytes around the file that are read but ignored. Those behind it are 0, which ends everything.
 */
const padding: usize = 128;

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
  const after = skipObject<NeuronSimulationResults>(skipLines(start));
  if (!after || skipLines(after) != end) return -1;
  return layerIndex == layer && neuronIndex == neuron ? resultCount : -1;
}

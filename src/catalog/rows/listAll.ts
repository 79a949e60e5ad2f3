import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { orNothing } from '../orNothing.ts';

/** All neurons of some directories, in order. Skips layers that cannot be listed. */
export async function listAll(directories: readonly ExplanationDirectory[]): Promise<NeuronRef[]> {
  const found: NeuronRef[] = [];
  for (const directory of directories) {
    const layers = await orNothing(directory.layers());
    for (const layer of layers) {
      // Not spread: a layer can have hundreds of thousands.
      for (const neuron of await orNothing(directory.neurons(layer))) found.push(neuron);
    }
  }
  return found;
}

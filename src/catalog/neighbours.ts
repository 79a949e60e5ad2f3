import type { NeuronRef } from './explanationDirectory.ts';
import { FileError } from '../files/fileSource.ts';

/** The neuron after (`1`) or before (`-1`) one in its directory's order, across layers; undefined at the ends. */
export async function neighbour(
  { directory, layer, file }: NeuronRef,
  step: 1 | -1,
): Promise<NeuronRef | undefined> {
  const layers = await directory.layers();
  const inLayer = await directory.neurons(layer);
  // The file may be gone: then its neighbours are those of its number.
  const at = inLayer.findIndex((other) => other.file.name === file.name);
  const gap = inLayer.findIndex((other) => other.file.neuron > file.neuron);
  const position = gap < 0 ? inLayer.length : gap;
  const next = at >= 0 ? at + step : step > 0 ? position : position - 1;
  const found = inLayer[next];
  if (found) return found;
  const start = layers.findIndex(({ name }) => name === layer.name);
  for (let i = start + step; start >= 0 && i >= 0 && i < layers.length; i += step) {
    const neurons = await directory.neurons(layers[i]!);
    const nearest = step > 0 ? neurons[0] : neurons.at(-1);
    if (nearest) return nearest;
  }
  return undefined;
}

/** A neuron by its numbers; undefined where the directory has none such, or cannot be listed. */
export async function findNeuron(
  directory: NeuronRef['directory'],
  id: { layer: number; neuron: number },
): Promise<NeuronRef | undefined> {
  try {
    for (const layer of await directory.layers()) {
      if (layer.layer !== id.layer) continue;
      const neurons = await directory.neurons(layer);
      const found = neurons.find(({ file }) => file.neuron === id.neuron);
      if (found) return found;
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
  return undefined;
}

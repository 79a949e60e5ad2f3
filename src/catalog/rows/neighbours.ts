import type { NeuronRef } from './explanationDirectory.ts';
import { orNothing } from '../orNothing.ts';

/**
 * The neuron after (`1`) or before (`-1`) another in directory order, across layers; undefined at
 * the ends. Works by number if the file or its layer is deleted. Skips layers that cannot be
 * listed. Rejects with a `FileError` if the directory cannot be listed.
 */
export async function neighbour(
  { directory, layer, file }: NeuronRef,
  step: 1 | -1,
): Promise<NeuronRef | undefined> {
  const layers = await directory.layers();
  const inLayer = await orNothing(directory.neurons(layer));
  const beside = placeBeside(
    inLayer,
    step,
    (other) => other.file.name === file.name,
    (other) => other.file.neuron > file.neuron,
  );
  if (inLayer[beside]) return inLayer[beside];
  const start = placeBeside(
    layers,
    step,
    (other) => other.name === layer.name,
    (other) => other.layer > layer.layer,
  );
  for (let i = start; i >= 0 && i < layers.length; i += step) {
    const neurons = await orNothing(directory.neurons(layers[i]!));
    const nearest = step > 0 ? neurons[0] : neurons.at(-1);
    if (nearest) return nearest;
  }
  return undefined;
}

/** A neuron by its numbers; undefined if there is none or the layer cannot be listed. */
export async function findNeuron(
  directory: NeuronRef['directory'],
  id: { layer: number; neuron: number },
): Promise<NeuronRef | undefined> {
  for (const layer of await orNothing(directory.layers())) {
    if (layer.layer !== id.layer) continue;
    const neurons = await orNothing(directory.neurons(layer));
    const found = neurons.find(({ file }) => file.neuron === id.neuron);
    if (found) return found;
  }
  return undefined;
}

/**
 * The index before or after an item of a sorted list, or before or after the place where it would
 * be.
 */
function placeBeside<T>(
  items: readonly T[],
  step: 1 | -1,
  isItem: (item: T) => boolean,
  isAfter: (item: T) => boolean,
): number {
  const at = items.findIndex(isItem);
  if (at >= 0) return at + step;
  const next = items.findIndex(isAfter);
  const gap = next < 0 ? items.length : next;
  return step > 0 ? gap : gap - 1;
}

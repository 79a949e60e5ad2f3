import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { orNothing } from '../orNothing.ts';

/**
 * The neuron after (`1`) or before (`-1`) another in directory order, across layers; undefined at
 * the ends. Works by number if the file or its layer is deleted. Skips layers that cannot be
 * listed. Rejects with a `FileError` if the directory cannot be listed.
 */
export async function neighbour(
  { directory, group, unit }: NeuronRef,
  step: 1 | -1,
): Promise<NeuronRef | undefined> {
  const layers = await directory.layers();
  const inLayer = await orNothing(directory.neurons(group));
  const beside = placeBeside(
    inLayer,
    step,
    (other) => other.unit.key === unit.key,
    (other) => other.unit.number > unit.number,
  );
  if (inLayer[beside]) return inLayer[beside];
  const start = placeBeside(
    layers,
    step,
    (other) => other.key === group.key,
    (other) => other.number > group.number,
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
    if (layer.number !== id.layer) continue;
    const neurons = await orNothing(directory.neurons(layer));
    const found = neurons.find(({ unit }) => unit.number === id.neuron);
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

/**
 * Parses a neuron reference: `5:131`, `5/131`, `5 131`, `L5N131`, `layer 5 neuron 131`, in upper or
 * lower case. Undefined if invalid.
 */
export function parseNeuronReference(text: string): { layer: number; neuron: number } | undefined {
  const match =
    /^\s*(?:l(?:ayer)?\s*)?(\d{1,15})\s*(?:[:/.,\s]\s*(?:n(?:euron)?\s*)?|n(?:euron)?\s*)(\d{1,15})\s*$/i.exec(
      text,
    );
  return match ? { layer: Number(match[1]), neuron: Number(match[2]) } : undefined;
}

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

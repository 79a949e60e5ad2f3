import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { orNothing } from './orNothing.ts';

const parallel = 8;

export interface ScanProgress {
  readonly read: number;
  readonly total: number;
}

/** All neurons of some directories, in order. Layers that cannot be listed are passed over. */
export async function listAll(directories: readonly ExplanationDirectory[]): Promise<NeuronRef[]> {
  const found: NeuronRef[] = [];
  for (const directory of directories) {
    const layers = await orNothing(directory.layers());
    for (const layer of layers) {
      // One by one: a layer can have hundreds of thousands.
      for (const neuron of await orNothing(directory.neurons(layer))) found.push(neuron);
    }
  }
  return found;
}

/** Reads the rows of some neurons until all are known or `signal` is aborted. */
export async function readRows(
  neurons: readonly NeuronRef[],
  onProgress: (progress: ScanProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const unknown = neurons.filter((neuron) => !neuron.directory.knownRow(neuron));
  let read = neurons.length - unknown.length;
  let next = 0;
  const work = async () => {
    while (next < unknown.length && !signal.aborted) {
      const neuron = unknown[next++]!;
      await neuron.directory.row(neuron);
      onProgress({ read: ++read, total: neurons.length });
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
}

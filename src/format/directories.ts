import type { FileSource } from '../files/fileSource.ts';

const digits = /^\d+$/;

/**
 * The names of all numbered folders in a directory, in numerical order and without leading zeros: the layers of an explanation
 * directory. Rejects with a `FileError` where there is no such directory. Source: the seed's `get_numerical_subdirs`, of ASCII digits.
 */
export async function getNumericalSubdirs(
  source: FileSource,
  datasetPath: string,
): Promise<string[]> {
  const entries = await source.readDirectory(datasetPath);
  return entries
    .filter((entry) => entry.kind === 'directory' && digits.test(entry.name))
    .map((entry) => BigInt(entry.name))
    .sort((a, b) => Number(a - b))
    .map(String);
}

/**
 * The indices of all neurons of a layer, ascending: the number before the first dot of every name that has one. So `12.json`, `12.jsonl.bak`
 * and a folder `12` count too, and an index can come twice. Rejects with a `FileError` where there is no such folder.
 * Source: the seed's `get_sorted_neuron_indices_from_explanations`.
 */
export async function getSortedNeuronIndicesFromExplanations(
  source: FileSource,
  explanationsPath: string,
  layer: number | string,
): Promise<number[]> {
  const entries = await source.readDirectory(source.join(explanationsPath, String(layer)));
  return entries
    .map((entry) => entry.name.split('.', 1)[0]!)
    .filter((stem) => digits.test(stem))
    .map(Number)
    .sort((a, b) => a - b);
}

/** A folder of an explanation directory that holds a layer. */
export interface LayerFolder {
  readonly layer: number;
  /** The folder's name, which may have leading zeros. */
  readonly name: string;
}

/** A file of a layer that holds a neuron. */
export interface NeuronFile {
  readonly neuron: number;
  /** The file's name, which may have leading zeros. */
  readonly name: string;
}

/**
 * The layers of an explanation directory by the folders that hold them, in numerical order. Unlike `getNumericalSubdirs` it keeps
 * the name, so that the folder `007` can be opened. Rejects as the source's `readDirectory`.
 */
export async function listLayers(source: FileSource, directory: string): Promise<LayerFolder[]> {
  const entries = await source.readDirectory(directory);
  return entries
    .filter((entry) => entry.kind === 'directory' && digits.test(entry.name))
    .map(({ name }) => ({ layer: Number(name), name }))
    .sort((a, b) => a.layer - b.layer || compareNames(a, b));
}

/**
 * The neuron files of a layer's folder, `{digits}.jsonl`, in numerical order. Unlike `getSortedNeuronIndicesFromExplanations` it leaves
 * out what is no neuron file. Rejects as the source's `readDirectory`.
 */
export async function listNeurons(source: FileSource, layerFolder: string): Promise<NeuronFile[]> {
  const entries = await source.readDirectory(layerFolder);
  return entries
    .filter((entry) => entry.kind === 'file' && isNeuronFileName(entry.name))
    .map(({ name }) => ({ neuron: parseInt(name, 10), name }))
    .sort((a, b) => a.neuron - b.neuron || compareNames(a, b));
}

/** Whether a file of this name holds a neuron, in a layer's folder. */
export function isNeuronFileName(name: string): boolean {
  return /^\d+\.jsonl$/.test(name);
}

function compareNames(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

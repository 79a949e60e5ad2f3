import type { FileSource, FileStamp } from '../files/fileSource.ts';

const digits = /^\d+$/;

/**
 * The numbers of all numeric folder names in a directory, ascending and without leading zeros: the
 * layers of an explanation directory. Rejects with a `FileError` if there is no such directory.
 * Source: the reference's `get_numerical_subdirs`, for ASCII digits.
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
 * The indices of all neurons of a layer, ascending: the number before the first dot of each name.
 * So `12.json`, `12.jsonl.bak` and a folder `12` count too, and an index can repeat. Rejects with a
 * `FileError` if there is no such folder. Source: the reference's
 * `get_sorted_neuron_indices_from_explanations`.
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
  /** May have leading zeros. */
  readonly name: string;
}

/** A file of a layer that holds a neuron. */
export interface NeuronFile {
  readonly neuron: number;
  /** May have leading zeros. */
  readonly name: string;
  /** Where the listing contains it. */
  readonly stamp?: FileStamp;
}

/**
 * The layer folders of an explanation directory, in numerical order. Unlike `getNumericalSubdirs`
 * it keeps the name, so that the folder `007` can be opened. Rejects like the source's
 * `readDirectory`.
 */
export async function listLayers(source: FileSource, directory: string): Promise<LayerFolder[]> {
  const entries = await source.readDirectory(directory);
  return entries
    .filter((entry) => entry.kind === 'directory' && digits.test(entry.name))
    .map(({ name }) => ({ layer: Number(name), name }))
    .sort((a, b) => a.layer - b.layer || compareNames(a, b));
}

/**
 * The neuron files of a layer folder, `{digits}.jsonl`, in numerical order. Unlike
 * `getSortedNeuronIndicesFromExplanations` it leaves out other files. Rejects like the source's
 * `readDirectory`.
 */
export async function listNeurons(source: FileSource, layerFolder: string): Promise<NeuronFile[]> {
  const entries = await source.readDirectory(layerFolder);
  return entries
    .filter((entry) => entry.kind === 'file' && isNeuronFileName(entry.name))
    .map(({ name, stamp }) => ({ neuron: parseInt(name, 10), name, ...(stamp && { stamp }) }))
    .sort((a, b) => a.neuron - b.neuron || compareNames(a, b));
}

/** Whether a file in a layer folder is a neuron file, by its name. */
export function isNeuronFileName(name: string): boolean {
  return /^\d+\.jsonl$/.test(name);
}

function compareNames(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

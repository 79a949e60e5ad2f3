import type { FileSource } from '../files/fileSource.ts';
import {
  type LayerFolder,
  listLayers,
  listNeurons,
  type NeuronFile,
} from '../format/directories.ts';
import { displayId } from '../format/display.ts';
import { type NeuronRow, readRow } from './neuronRow.ts';

/** A neuron by where its file is. */
export interface NeuronRef {
  readonly directory: ExplanationDirectory;
  readonly layer: LayerFolder;
  readonly file: NeuronFile;
}

/** Layer and neuron as people write it: `5:131`. */
export function neuronId({ layer, file }: NeuronRef): string {
  return displayId({ layer: layer.layer, neuron: file.neuron });
}

/** The URI of a neuron's file. */
export function neuronUri({ directory, layer, file }: NeuronRef): string {
  // The names are digits, which no URI escapes.
  return `${directory.uri}/${layer.name}/${file.name}`;
}

/** One explanation directory and what has been read of it. It reads a thing once, until `changed` says otherwise. */
export class ExplanationDirectory {
  /** Its identity. Without a slash at the end. */
  readonly uri: string;
  readonly source: FileSource;
  /** The same place as `uri`, as `source` names it. */
  readonly path: string;

  #layers: Promise<LayerFolder[]> | undefined;
  readonly #neurons = new Map<string, Promise<NeuronRef[]>>();
  readonly #rows = new Map<string, Promise<NeuronRow>>();
  readonly #knownRows = new Map<string, NeuronRow>();

  constructor(uri: string, source: FileSource, path: string) {
    this.uri = uri;
    this.source = source;
    this.path = path;
  }

  /** In numerical order. Rejects with a `FileError`. */
  layers(): Promise<readonly LayerFolder[]> {
    return (this.#layers ??= this.#forgetFailure(
      listLayers(this.source, this.path),
      () => (this.#layers = undefined),
    ));
  }

  /** The neurons of a layer in numerical order. Rejects with a `FileError`. */
  neurons(layer: LayerFolder): Promise<readonly NeuronRef[]> {
    const known = this.#neurons.get(layer.name);
    if (known) return known;
    const listing = this.#forgetFailure(this.#listNeurons(layer), () =>
      this.#neurons.delete(layer.name),
    );
    this.#neurons.set(layer.name, listing);
    return listing;
  }

  /** The row of a neuron, read if it has not been. */
  row({ layer, file }: NeuronRef): Promise<NeuronRow> {
    const key = rowKey(layer.name, file.name);
    const known = this.#rows.get(key);
    if (known) return known;
    const path = this.source.join(this.path, layer.name, file.name);
    const reading = readRow(this.source, path, { layer: layer.layer, neuron: file.neuron });
    this.#rows.set(key, reading);
    void reading.then((row) => {
      // The file may have changed while it was read.
      if (this.#rows.get(key) === reading) this.#knownRows.set(key, row);
    });
    return reading;
  }

  /** The row of a neuron as far as it has been read. */
  knownRow({ layer, file }: NeuronRef): NeuronRow | undefined {
    return this.#knownRows.get(rowKey(layer.name, file.name));
  }

  /** Forgets what has been read of a file, of a layer, or of everything, because it is or may be another one now. */
  changed(layerName?: string, fileName?: string): void {
    if (layerName === undefined) this.#neurons.clear();
    else this.#neurons.delete(layerName);
    if (fileName === undefined) this.#layers = undefined;
    const prefix = layerName === undefined ? '' : rowKey(layerName, fileName ?? '');
    for (const key of this.#rows.keys()) {
      if (!(fileName === undefined ? key.startsWith(prefix) : key === prefix)) continue;
      this.#rows.delete(key);
      this.#knownRows.delete(key);
    }
  }

  async #listNeurons(layer: LayerFolder): Promise<NeuronRef[]> {
    const files = await listNeurons(this.source, this.source.join(this.path, layer.name));
    return files.map((file) => ({ directory: this, layer, file }));
  }

  /** What failed once may succeed the next time. */
  #forgetFailure<T>(reading: Promise<T>, forget: () => void): Promise<T> {
    reading.catch(forget);
    return reading;
  }
}

function rowKey(layerName: string, fileName: string): string {
  return `${layerName}/${fileName}`;
}

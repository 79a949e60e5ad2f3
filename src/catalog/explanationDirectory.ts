import type { FileSource } from '../files/fileSource.ts';
import {
  type LayerFolder,
  listLayers,
  listNeurons,
  type NeuronFile,
} from '../format/directories.ts';
import { displayId } from '../format/display.ts';
import { Catalog } from './catalog.ts';
import { DirectoryNotes } from './neuronNotes.ts';
import type { NeuronRow } from './neuronRow.ts';

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

/** One explanation directory and what is known of it. It lists a thing once, until `changed` says otherwise. */
export class ExplanationDirectory {
  /** Its identity. Without a slash at the end. */
  readonly uri: string;
  readonly source: FileSource;
  /** The same place as `uri`, as `source` names it. */
  readonly path: string;
  /** One row a neuron, as far as they have been read. */
  readonly catalog = new Catalog();
  /** What the user has noted of its neurons. */
  readonly notes = new DirectoryNotes();

  #layers: Promise<LayerFolder[]> | undefined;
  readonly #neurons = new Map<string, Promise<NeuronRef[]>>();

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

  /** What the catalog knows of a neuron; undefined where it has not been read. */
  knownRow({ layer, file }: NeuronRef): NeuronRow | undefined {
    const id = this.catalog.find(layer.name, file.name);
    return id === undefined ? undefined : this.catalog.row(id);
  }

  /** A neuron by its id in the catalog. */
  refOf(id: number): NeuronRef {
    return { directory: this, layer: this.catalog.layer(id), file: this.catalog.file(id) };
  }

  /** Forgets how the layer of a file, a layer, or everything was listed, because it is or may be otherwise now. */
  changed(layerName?: string, fileName?: string): void {
    if (layerName === undefined) this.#neurons.clear();
    else this.#neurons.delete(layerName);
    if (fileName === undefined) this.#layers = undefined;
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

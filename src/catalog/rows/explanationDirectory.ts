import type { FileError, FileSource } from '../../files/fileSource.ts';
import {
  type LayerFolder,
  listLayers,
  listNeurons,
  type NeuronFile,
} from '../../format/directories.ts';
import { displayId } from '../../text/display.ts';
import { Catalog } from './catalog.ts';
import { DirectoryNotes } from './neuronNotes.ts';
import type { NeuronRow } from './neuronRow.ts';
import { Slices } from '../slices.ts';
import { sortInSlices } from '../sortInSlices.ts';

/** Files visited per slice. */
const namesAtOnce = 1024;

/** A neuron by the location of its file. */
export interface NeuronRef {
  readonly directory: ExplanationDirectory;
  readonly layer: LayerFolder;
  readonly file: NeuronFile;
}

/** Layer and neuron for display: `5:131`. */
export function neuronId({ layer, file }: NeuronRef): string {
  return displayId({ layer: layer.layer, neuron: file.neuron });
}

/** The URI of a neuron's file. */
export function neuronUri({ directory, layer, file }: NeuronRef): string {
  // The names are digits, which URIs do not escape.
  return `${directory.uri}/${layer.name}/${file.name}`;
}

/** A layer's neurons in order, at a version of its names. */
interface Ordered {
  readonly version: number | undefined;
  readonly neurons: readonly NeuronRef[];
}

/**
 * An explanation directory and its state: its layers, and in the catalog their files and rows.
 * Everything shown of a directory derives from this state, and every listing updates it.
 */
export class ExplanationDirectory {
  /** Its identity, without a trailing slash. */
  readonly uri: string;
  readonly source: FileSource;
  /** The same place as `uri`, as `source` spells it. */
  readonly path: string;
  /** One row per neuron, as far as they are indexed. */
  readonly catalog = new Catalog();
  /** The user's notes on its neurons. */
  readonly notes = new DirectoryNotes();

  #layers: readonly LayerFolder[] | undefined;
  /** Layers whose files are known, at least by name. */
  readonly #listed = new Set<string>();
  /** Why a layer could not be listed; the directory itself has the empty name. */
  readonly #failures = new Map<string, FileError>();
  readonly #ordered = new Map<string, Ordered>();
  readonly #listing = new Map<string, Promise<void>>();
  #relisting: Promise<readonly LayerFolder[]> | undefined;
  #again: Promise<readonly LayerFolder[]> | undefined;

  constructor(uri: string, source: FileSource, path: string) {
    this.uri = uri;
    this.source = source;
    this.path = path;
  }

  /** In numerical order. Rejects with a `FileError`. */
  async layers(): Promise<readonly LayerFolder[]> {
    this.#throwFailure('', this.#layers !== undefined);
    return this.#layers ?? this.#relisting ?? this.relistLayers();
  }

  /** The neurons of a layer in numerical order. Rejects with a `FileError`. */
  async neurons(layer: LayerFolder): Promise<readonly NeuronRef[]> {
    this.#throwFailure(layer.name, this.#listed.has(layer.name));
    if (!this.#listed.has(layer.name)) await this.#listOnce(layer);
    return this.#inOrder(layer);
  }

  /** Why the last listing of a layer, or of the directory, failed; undefined if it succeeded. */
  failure(layerName = ''): FileError | undefined {
    return this.#failures.get(layerName);
  }

  /** Whether a file exists; undefined if its layer is not listed yet. */
  has(layerName: string, fileName: string): boolean | undefined {
    if (this.catalog.find(layerName, fileName) !== undefined) return true;
    if (!this.#layers) return undefined;
    const hasLayer = this.#layers.some(({ name }) => name === layerName);
    return hasLayer && !this.#listed.has(layerName) ? undefined : false;
  }

  /** The catalog's row of a neuron; undefined if it is not indexed. */
  knownRow({ layer, file }: NeuronRef): NeuronRow | undefined {
    const id = this.catalog.find(layer.name, file.name);
    return id === undefined ? undefined : this.catalog.row(id);
  }

  /** A neuron by ID in the catalog. */
  refOf(id: number): NeuronRef {
    return { directory: this, layer: this.catalog.layer(id), file: this.catalog.file(id) };
  }

  /** Forces new listings on the next use. For a directory without a catalog builder. */
  changed(): void {
    this.#layers = undefined;
    this.#listed.clear();
    this.#failures.clear();
  }

  /**
   * Lists the layers again, and drops deleted ones. The listing begins after the call. Rejects with
   * a `FileError` if they cannot be listed; the state then stays as it is.
   */
  relistLayers(): Promise<readonly LayerFolder[]> {
    if (!this.#relisting) {
      this.#relisting = this.#listLayers().finally(() => (this.#relisting = undefined));
      return this.#relisting;
    }
    const again = () => {
      this.#again = undefined;
      return this.relistLayers();
    };
    return (this.#again ??= this.#relisting.then(again, again));
  }

  /** Records that the catalog has the files of a layer's latest listing. */
  noteListed(layerName: string): void {
    this.#listed.add(layerName);
    this.#failures.delete(layerName);
  }

  /**
   * Records that a layer, or with an empty name the directory, cannot be listed. Its known files
   * stay.
   */
  noteFailure(layerName: string, error: FileError): void {
    this.#failures.set(layerName, error);
  }

  /** Drops a deleted layer. Resolves when its rows are dropped as well. */
  async removeLayer(layerName: string): Promise<void> {
    this.#layers = this.#layers?.filter(({ name }) => name !== layerName);
    this.#listed.delete(layerName);
    this.#failures.delete(layerName);
    this.#ordered.delete(layerName);
    await this.catalog.removeLayer(layerName);
  }

  async #listLayers(): Promise<readonly LayerFolder[]> {
    const layers = await listLayers(this.source, this.path);
    const names = new Set(layers.map(({ name }) => name));
    const before = [...(this.#layers ?? []), ...this.catalog.layers];
    this.#layers = layers;
    this.#failures.delete('');
    for (const { name } of before) if (!names.has(name)) await this.removeLayer(name);
    return layers;
  }

  async #listOnce(layer: LayerFolder): Promise<void> {
    const running = this.#listing.get(layer.name);
    if (running) return running;
    const listing = this.#listNames(layer).finally(() => this.#listing.delete(layer.name));
    this.#listing.set(layer.name, listing);
    return listing;
  }

  /** A first listing by names only. It adds files, and drops none that has a row. */
  async #listNames(layer: LayerFolder): Promise<void> {
    const { catalog } = this;
    const slices = new Slices();
    const release = catalog.hold();
    try {
      const gone = new Set(
        [...catalog.neuronsOf(layer.name)].filter((id) => catalog.isNameOnly(id)),
      );
      const files = await listNeurons(this.source, this.source.join(this.path, layer.name));
      for (const [i, { name }] of files.entries()) {
        gone.delete(catalog.addName(layer, name));
        if (i % namesAtOnce === 0 && slices.due) await slices.rest();
      }
      for (const id of gone)
        if (catalog.has(id) && catalog.isNameOnly(id))
          catalog.remove(layer.name, catalog.file(id).name);
      catalog.addLayer(layer);
      this.#listed.add(layer.name);
    } finally {
      release();
    }
  }

  async #inOrder(layer: LayerFolder): Promise<readonly NeuronRef[]> {
    const { catalog } = this;
    const version = catalog.namesVersionOf(layer.name);
    const known = this.#ordered.get(layer.name);
    if (known && known.version === version) return known.neurons;
    const slices = new Slices();
    const release = catalog.hold();
    const found: NeuronRef[] = [];
    try {
      for (const id of [...catalog.neuronsOf(layer.name)]) {
        found.push({ directory: this, layer, file: catalog.file(id) });
        if (found.length % namesAtOnce === 0 && slices.due) await slices.rest();
      }
    } finally {
      release();
    }
    const neurons = await sortInSlices(found, byNumber, slices);
    this.#ordered.set(layer.name, { version, neurons });
    return neurons;
  }

  /** Known files are shown while a failure may be temporary. */
  #throwFailure(layerName: string, isKnown: boolean): void {
    const failure = this.#failures.get(layerName);
    if (failure && !(isKnown && failure.transient)) throw failure;
  }
}

function byNumber({ file: a }: NeuronRef, { file: b }: NeuronRef): number {
  return a.neuron - b.neuron || (a.name < b.name ? -1 : 1);
}

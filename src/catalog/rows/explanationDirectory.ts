import type { Dialect } from '../../dialects/dialect.ts';
import { declaredFiles, type DeclaredRange } from '../../dialects/openai/declaredFiles.ts';
import type { FileError, FileSource } from '../../files/fileSource.ts';
import { compareUnits, type Group, type GroupedUnit, unitLabel } from '../../model/unit.ts';
import { Catalog } from './catalog.ts';
import { DirectoryNotes } from './neuronNotes.ts';
import type { NeuronRow } from './neuronRow.ts';
import { whileHeld } from './whileHeld.ts';
import { Slices, sortInSlices } from '../slices.ts';

/** Files visited per slice. */
const namesAtOnce = 1024;

/** A neuron of a directory, whether or not it exists. */
export interface NeuronRef extends GroupedUnit {
  readonly directory: ExplanationDirectory;
}

/** Layer and neuron for display: `5:131`. */
export const neuronId: (neuron: NeuronRef) => string = unitLabel;

/** The URI of a neuron. */
export function neuronUri({ directory, unit }: NeuronRef): string {
  return directory.uriOf(unit.key);
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
  readonly dialect: Dialect;
  /** The same place as `uri`, as `source` spells it. */
  readonly path: string;
  /** One row per neuron, as far as they are indexed. */
  readonly catalog: Catalog;
  /** The user's notes on its neurons. */
  readonly notes: DirectoryNotes;
  /** Its layers and neurons, if it cannot be listed. `source` then lists them without a request. */
  readonly declared: DeclaredRange | undefined;

  #layers: readonly Group[] | undefined;
  /** Layers whose files are known, at least by name. */
  readonly #listed = new Set<string>();
  /** Why a layer could not be listed; the directory itself has the empty name. */
  readonly #failures = new Map<string, FileError>();
  readonly #ordered = new Map<string, Ordered>();
  readonly #listing = new Map<string, Promise<void>>();
  #relisting: Promise<readonly Group[]> | undefined;
  #again: Promise<readonly Group[]> | undefined;

  constructor(
    uri: string,
    source: FileSource,
    path: string,
    dialect: Dialect,
    declared?: DeclaredRange,
  ) {
    this.uri = uri;
    this.declared = declared;
    this.source = declared ? declaredFiles(source, path, declared) : source;
    this.path = path;
    this.dialect = dialect;
    this.catalog = new Catalog(dialect);
    this.notes = new DirectoryNotes(dialect);
  }

  /** In numerical order. Rejects with a `FileError`. */
  async layers(): Promise<readonly Group[]> {
    this.#throwFailure('', this.#layers !== undefined);
    return this.#layers ?? this.#relisting ?? this.relistLayers();
  }

  /** The neurons of a layer in numerical order. Rejects with a `FileError`. */
  async neurons(layer: Group): Promise<readonly NeuronRef[]> {
    this.#throwFailure(layer.key, this.#listed.has(layer.key));
    if (!this.#listed.has(layer.key)) await this.#listOnce(layer);
    return this.#inOrder(layer);
  }

  /** Why the last listing of a layer, or of the directory, failed; undefined if it succeeded. */
  failure(layerKey = ''): FileError | undefined {
    return this.#failures.get(layerKey);
  }

  /** Whether a neuron exists; undefined if its layer is not listed yet. */
  has({ group, unit }: GroupedUnit): boolean | undefined {
    if (this.catalog.find(unit.key) !== undefined) return true;
    if (!this.#layers) return undefined;
    const hasLayer = this.#layers.some(({ key }) => key === group.key);
    return hasLayer && !this.#listed.has(group.key) ? undefined : false;
  }

  /** The number of neurons as far as they are listed, or all that are declared. */
  get size(): number {
    const { declared, catalog } = this;
    return declared ? declared.layers * declared.neurons : catalog.size;
  }

  /** The number of neurons in a layer; undefined if it is not listed. */
  countOf(layerKey: string): number | undefined {
    return this.declared?.neurons ?? this.catalog.countOf(layerKey);
  }

  /**
   * The files that an index of a layer, or without a key of all, has yet to read, and their size
   * in bytes. The size is an estimate where files are not listed, and undefined without any clue.
   */
  toRead(layerKey?: string): { readonly files: number; readonly bytes: number | undefined } {
    const { catalog, declared } = this;
    const layers = layerKey === undefined ? catalog.layers.map(({ key }) => key) : [layerKey];
    let [left, exact, sized, bytes] = [0, 0, 0, 0];
    for (const id of layers.flatMap((key) => [...catalog.neuronsOf(key)])) {
      const { size } = catalog.stamp(id);
      if (declared ? size >= 0 : catalog.state(id) !== 'exact')
        [sized, bytes] = [sized + 1, bytes + size];
      if (catalog.state(id) === 'exact') exact++;
      else left++;
    }
    if (!declared) return { files: left, bytes };
    const files = (layerKey === undefined ? this.size : declared.neurons) - exact;
    const each = sized > 0 ? bytes / sized : declared.bytes && declared.bytes / this.size;
    return { files, bytes: each && each * files };
  }

  /** The catalog's row of a neuron; undefined if it is not indexed. */
  knownRow({ unit }: GroupedUnit): NeuronRow | undefined {
    const id = this.catalog.find(unit.key);
    return id === undefined ? undefined : this.catalog.row(id);
  }

  /** A neuron by ID in the catalog. */
  refOf(id: number): NeuronRef {
    return { directory: this, group: this.catalog.layer(id), unit: this.catalog.unit(id) };
  }

  /** A neuron by key, whether or not it exists; undefined if it cannot be a key. */
  refTo(key: string): NeuronRef | undefined {
    const found = this.dialect.unit(key);
    return found && { directory: this, ...found };
  }

  /** The path of the file with this neuron, as `source` spells it. */
  pathOf({ unit }: GroupedUnit): string {
    return this.source.join(this.path, this.dialect.pathOf(unit.key));
  }

  /** The URI of the neuron with this key, with the query of the directory's. */
  uriOf(key: string): string {
    const { path, query } = splitUri(this.uri);
    return `${path}/${key.split('/').map(encoded).join('/')}${query}`;
  }

  /** What a URI has below the directory; undefined if it is not in it. */
  below(uri: string): string | undefined {
    const [own, other] = [splitUri(this.uri), splitUri(uri)];
    if (own.query !== other.query || !other.path.startsWith(`${own.path}/`)) return undefined;
    return other.path.slice(own.path.length + 1);
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
  relistLayers(): Promise<readonly Group[]> {
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
  noteListed(layerKey: string): void {
    this.#listed.add(layerKey);
    this.#failures.delete(layerKey);
  }

  /**
   * Records that a layer, or with an empty name the directory, cannot be listed. Its known files
   * stay.
   */
  noteFailure(layerKey: string, error: FileError): void {
    this.#failures.set(layerKey, error);
  }

  /** Drops a deleted layer. Resolves when its rows are dropped as well. */
  async removeLayer(layerKey: string): Promise<void> {
    this.#layers = this.#layers?.filter(({ key }) => key !== layerKey);
    this.#listed.delete(layerKey);
    this.#failures.delete(layerKey);
    this.#ordered.delete(layerKey);
    await this.catalog.removeLayer(layerKey);
  }

  async #listLayers(): Promise<readonly Group[]> {
    const layers = await this.dialect.listGroups(this.source, this.path);
    const keys = new Set(layers.map(({ key }) => key));
    const before = [...(this.#layers ?? []), ...this.catalog.layers];
    this.#layers = layers;
    this.#failures.delete('');
    for (const { key } of before) if (!keys.has(key)) await this.removeLayer(key);
    return layers;
  }

  async #listOnce(layer: Group): Promise<void> {
    const running = this.#listing.get(layer.key);
    if (running) return running;
    const listing = this.#listKeys(layer).finally(() => this.#listing.delete(layer.key));
    this.#listing.set(layer.key, listing);
    return listing;
  }

  /** A first listing by keys only. It adds neurons, and drops none that has a row. */
  async #listKeys(layer: Group): Promise<void> {
    const { catalog } = this;
    const slices = new Slices();
    await whileHeld([catalog], async () => {
      const gone = new Set([...catalog.neuronsOf(layer.key)].filter((id) => catalog.isKeyOnly(id)));
      const units = await this.dialect.listUnits(this.source, this.path, layer);
      for (const [i, { key }] of units.entries()) {
        gone.delete(catalog.addKey(layer, key));
        if (i % namesAtOnce === 0 && slices.due) await slices.rest();
      }
      for (const id of gone)
        if (catalog.has(id) && catalog.isKeyOnly(id)) catalog.remove(catalog.key(id));
      catalog.addLayer(layer);
      this.#listed.add(layer.key);
    });
  }

  async #inOrder(layer: Group): Promise<readonly NeuronRef[]> {
    const { catalog } = this;
    const version = catalog.namesVersionOf(layer.key);
    const known = this.#ordered.get(layer.key);
    if (known && known.version === version) return known.neurons;
    const slices = new Slices();
    const found: NeuronRef[] = [];
    await whileHeld([catalog], async () => {
      for (const id of [...catalog.neuronsOf(layer.key)]) {
        found.push({ directory: this, group: layer, unit: catalog.unit(id) });
        if (found.length % namesAtOnce === 0 && slices.due) await slices.rest();
      }
    });
    const neurons = await sortInSlices(found, (a, b) => compareUnits(a.unit, b.unit), slices);
    this.#ordered.set(layer.key, { version, neurons });
    return neurons;
  }

  /** Known files are shown while a failure may be temporary. */
  #throwFailure(layerKey: string, isKnown: boolean): void {
    const failure = this.#failures.get(layerKey);
    if (failure && !(isKnown && failure.transient)) throw failure;
  }
}

function splitUri(uri: string): { readonly path: string; readonly query: string } {
  const query = uri.indexOf('?');
  const end = query < 0 ? uri.length : query;
  return { path: uri.slice(0, end), query: uri.slice(end) };
}

/** As VS Code encodes a part of a path, so that URIs can be compared as strings. */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

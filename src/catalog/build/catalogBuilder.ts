import { FileError, type FileStamp, sameStamp, unreadable } from '../../files/fileSource.ts';
import type { Group } from '../../model/unit.ts';
import type { CatalogReader, FileReading, LayerListing } from './catalogReader.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import type { NeuronRow } from '../rows/neuronRow.ts';
import { smallFile } from '../rows/provisionalRow.ts';
import { whileHeld } from '../rows/whileHeld.ts';
import { Retries } from './retries.ts';
import { Slices } from '../slices.ts';
import { Underway } from './underway.ts';
import { type Task, WorkQueue } from './workQueue.ts';

/** Files recorded per slice. */
const notedAtOnce = 512;
/** How many recently viewed layers are compared in each round. */
const mostWanted = 8;

/** Receives the events of a builder. */
export interface BuildListener {
  /**
   * Rows of a layer changed, or it was added or removed. An empty name: the directory can be listed
   * again, or no longer.
   */
  changed(layerKey: string): void;
  /** All work is done for now. */
  idle(): void;
  /** An internal error. Everything else continues. */
  failed(error: unknown): void;
  /**
   * A file that is not a neuron, by path in the directory, or a folder that cannot be listed.
   * Everything else continues.
   */
  unreadable?(path: string, reason: string): void;
}

/**
 * Brings the catalog of a directory up to date and keeps it so, in the background. Rows of
 * unchanged files stay, all others are read.
 */
export class CatalogBuilder {
  readonly #directory: ExplanationDirectory;
  readonly #reader: CatalogReader;
  readonly #listener: BuildListener;
  readonly #queue = new WorkQueue();
  readonly #layers = new Map<string, Group>();
  readonly #retries: Retries;
  readonly #waiting = new Set<() => void>();
  /** By key of a neuron. */
  readonly #reading = new Underway();
  /** By key of a layer. */
  readonly #listing = new Underway();
  /** Files that changed while their layer was listed. The listing says nothing about them. */
  readonly #changedWhileListing = new Set<string>();
  /** The digest of the listing that the catalog reflects, by layer. */
  readonly #digests = new Map<string, number>();
  /** The folder's modification time at the last comparison, by layer. */
  readonly #folderTimes = new Map<string, number | undefined>();
  /** The number of layer listings caused by a change, not by a comparison. */
  #lists = 0;
  #working = 0;
  /** The number of directory listings caused by a change. */
  #looking = 0;
  /** Whether one of them has not started yet. */
  #willLook = false;
  #busy = false;
  /** The number of layers compared in turn. */
  #turn = 0;
  #paused = false;
  #disposed = false;
  #layersListed = false;

  constructor(
    directory: ExplanationDirectory,
    reader: CatalogReader,
    listener: BuildListener,
    retry?: number,
  ) {
    this.#directory = directory;
    this.#reader = reader;
    this.#listener = listener;
    this.#retries = new Retries(retry, (path) => this.#retry(path));
  }

  /** Whether all layers are listed, so that the catalog has every neuron. */
  get listed(): boolean {
    return this.#layersListed && !this.#queue.listing && this.#lists === 0;
  }

  get busy(): boolean {
    return this.#working > 0 || this.#looking > 0 || (!this.#queue.empty && !this.#paused);
  }

  get paused(): boolean {
    return this.#paused;
  }

  /**
   * Checks all files again, including those that wait for a retry. Resolves when the layers are
   * known.
   */
  async start(): Promise<void> {
    this.#retries.clear();
    const layers = await this.#lookAtLayers();
    for (const layer of layers ?? []) this.#addLayer(layer);
    this.#pump();
  }

  /** Reads a layer before the others. */
  want(layerKey: string): void {
    this.#queue.want(layerKey);
  }

  /** A file, or any file of a layer, may have changed. */
  touch(layerKey: string, key?: string): void {
    const { catalog, dialect } = this.#directory;
    const layer = dialect.group(layerKey);
    if (layer && catalog.countOf(layerKey) !== undefined) this.#layers.set(layerKey, layer);
    if (!layer || !this.#layers.has(layerKey)) void this.#lookForLayers();
    else if (key === undefined) {
      this.#addLayer(layer);
      void this.#lookForLayers();
    } else {
      if (this.#listing.has(layerKey)) this.#changedWhileListing.add(key);
      this.#addFile(layerKey, key);
    }
    this.#pump();
  }

  /**
   * Compares the catalog with the disk, since events can be missing. Checks the list of layers,
   * then layers with modified folders, then those viewed last, then at least one other layer in
   * turn, until `isOver`. Cheap if nothing changed.
   */
  async compare(isOver: () => boolean): Promise<void> {
    // A directory that does not respond waits for its retry.
    if (this.#retries.has('')) return;
    const layers = await this.#lookAtLayers();
    if (!layers || layers.length === 0) return;
    const keys = layers.map(({ key }) => key);
    const times = await this.#folderTimesNow(keys);
    const written = keys.filter(
      (key) =>
        this.#folderTimes.get(key) !== times.get(key) || this.#directory.failure(key) !== undefined,
    );
    const wanted = this.#queue.wanted.filter((key) => this.#layers.has(key));
    const first = new Set([...written, ...wanted.slice(0, mostWanted)]);
    const compareOne = (key: string) => {
      this.#folderTimes.set(key, times.get(key));
      return this.#compareLayer(key);
    };
    for (const key of first) {
      if (this.#disposed || isOver()) break;
      await compareOne(key);
    }
    const others = keys.filter((key) => !first.has(key));
    for (let count = 0; count < others.length; count++) {
      // At least one, so that all have their turn even if the first ones are slow.
      if (this.#disposed || (count > 0 && isOver())) break;
      await compareOne(others[this.#turn++ % others.length]!);
    }
    this.#pump();
  }

  pause(): void {
    this.#paused = true;
    this.#settleWhenIdle();
  }

  resume(): void {
    this.#paused = false;
    this.#pump();
  }

  /** Resolves when all work is done for now. */
  async finished(): Promise<void> {
    if (this.busy) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  dispose(): void {
    this.#disposed = true;
    this.#retries.dispose();
    this.pause();
  }

  /**
   * Lists the layers, drops deleted ones and adds new ones. Undefined if they cannot be listed; the
   * catalog then stays as it is.
   */
  async #lookAtLayers(): Promise<readonly Group[] | undefined> {
    const directory = this.#directory;
    const before = directory.failure();
    const known = new Set([...this.#layers.keys(), ...directory.catalog.layers.map(keyOf)]);
    let layers: readonly Group[];
    try {
      layers = await directory.relistLayers();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (!this.#disposed) this.#noteFailure('', error);
      return undefined;
    }
    if (this.#disposed) return undefined;
    this.#retries.forget('');
    for (const { key } of layers) known.delete(key);
    for (const key of known) await this.#removeLayer(key);
    if (this.#disposed) return undefined;
    for (const layer of layers) if (!this.#layers.has(layer.key)) this.#addLayer(layer);
    this.#layersListed = true;
    if (before) this.#listener.changed('');
    return layers;
  }

  async #lookForLayers(): Promise<void> {
    // A new layer may bring thousands of events at once. List the layers once for all of them.
    if (this.#willLook) return;
    this.#willLook = true;
    this.#looking++;
    try {
      await Promise.resolve();
      this.#willLook = false;
      await this.#lookAtLayers();
    } catch (error) {
      if (!this.#disposed) this.#listener.failed(error);
    } finally {
      this.#looking--;
      this.#pump();
    }
  }

  /** `key` is that of a neuron, of a layer, or empty for the directory. */
  #retry(key: string): void {
    const { dialect } = this.#directory;
    if (key === '') void this.#lookForLayers();
    else if (dialect.group(key)) this.touch(key);
    else this.touch(dialect.groupKeyOf(key), key);
  }

  /** The modification times of the folders of these layers; undefined if unknown. */
  async #folderTimesNow(layers: readonly string[]): Promise<Map<string, number | undefined>> {
    const { source, path, dialect } = this.#directory;
    const time = async (key: string) => {
      const folder = source.join(path, dialect.pathOf(key));
      const stamp = await source.stat(folder).catch(() => undefined);
      return [key, stamp?.modified] as const;
    };
    return new Map(await Promise.all(layers.map(time)));
  }

  async #compareLayer(layerKey: string): Promise<void> {
    const layer = this.#layers.get(layerKey);
    // A layer that waits for a listing or a retry has its turn anyway.
    if (!layer || this.#listing.has(layerKey) || this.#queue.lists(layerKey)) return;
    if (this.#retries.has(layerKey)) return;
    try {
      await this.#list(layer, this.#digests.get(layerKey));
    } catch (error) {
      if (!this.#disposed) this.#listener.failed(error);
    }
  }

  /** Reports why a folder cannot be listed, and schedules a retry if that may help. */
  #noteFailure(layerKey: string, error: FileError): void {
    const before = this.#directory.failure(layerKey);
    const reason = error.transient ? this.#tryAgain(layerKey, error.reason) : error.reason;
    const { path, transient } = error;
    this.#directory.noteFailure(layerKey, new FileError(path, reason, { transient }));
    if (before?.reason === reason) return;
    this.#listener.changed(layerKey);
    const { dialect } = this.#directory;
    this.#listener.unreadable?.(layerKey === '' ? '.' : dialect.pathOf(layerKey), reason);
  }

  #tryAgain(key: string, reason: string, stamp?: FileStamp): string {
    const pause = this.#retries.add(key, stamp);
    return `${reason}. Trying again in ${Math.ceil(pause / 1000)} s`;
  }

  async #removeLayer(layerKey: string): Promise<void> {
    const { dialect } = this.#directory;
    const removing = this.#directory.removeLayer(layerKey);
    this.#layers.delete(layerKey);
    this.#digests.delete(layerKey);
    this.#folderTimes.delete(layerKey);
    this.#retries.forgetWhere(
      (key) => key === layerKey || dialect.unit(key)?.group.key === layerKey,
    );
    this.#queue.forget(layerKey);
    await removing;
    this.#listener.changed(layerKey);
  }

  /**
   * A file that is being read is read again afterwards, since the current read may predate the
   * change.
   */
  #addFile(layerKey: string, key: string): void {
    if (!this.#reading.repeat(key)) this.#queue.addFile('exact', layerKey, key);
  }

  #addLayer(layer: Group): void {
    this.#layers.set(layer.key, layer);
    if (!this.#listing.repeat(layer.key)) this.#queue.addList(layer.key);
  }

  #pump(): void {
    while (this.#working < this.#reader.parallel && !this.#paused && !this.#queue.empty) {
      this.#working++;
      void this.#work();
    }
    this.#settleWhenIdle();
  }

  async #work(): Promise<void> {
    try {
      while (!this.#paused) {
        const task = this.#queue.next();
        if (!task) break;
        await this.#run(task);
        // Other workers may help with the result.
        if (this.#working < this.#reader.parallel) this.#pump();
      }
    } catch (error) {
      if (!this.#disposed) this.#listener.failed(error);
    } finally {
      this.#working--;
      this.#pump();
    }
  }

  #settleWhenIdle(): void {
    const wasBusy = this.#busy;
    this.#busy = this.busy;
    if (this.#busy) return;
    if (wasBusy) this.#listener.idle();
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  async #run(task: Task): Promise<void> {
    const layer = this.#layers.get(task.layerKey);
    if (!layer) return;
    if (task.type === 'list') {
      this.#lists++;
      return this.#list(layer).finally(() => this.#lists--);
    }
    if (task.type === 'exact') return this.#readExact(layer, task.keys);
    await this.#read(layer, this.#unread(layer, task.keys), 'provisional');
  }

  async #readExact(layer: Group, keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#reading.begin(key);
    try {
      await this.#read(layer, keys, 'exact');
    } catch (error) {
      for (const key of keys) this.#retries.forget(key);
      throw error;
    } finally {
      for (const key of keys) {
        if (this.#reading.end(key)) this.#addFile(layer.key, key);
      }
    }
  }

  async #read(layer: Group, keys: readonly string[], how: 'exact' | 'provisional'): Promise<void> {
    const readings = await this.#reader.read(layer, keys, how);
    // Its layer may be deleted by now.
    if (this.#disposed || !this.#layers.has(layer.key)) return;
    for (const reading of readings) this.#note(layer, reading, how);
    this.#listener.changed(layer.key);
  }

  /** The files without any row, out of those to be read for a provisional row. */
  #unread(layer: Group, keys: readonly string[]): readonly string[] {
    const { catalog } = this.#directory;
    return keys.filter((key) => {
      const id = catalog.find(key);
      return id !== undefined && catalog.state(id) === 'listed';
    });
  }

  /** Updates a layer from the disk; given a listing's digest, only if the listing has changed. */
  async #list(layer: Group, known?: number): Promise<void> {
    const { catalog, dialect } = this.#directory;
    this.#listing.begin(layer.key);
    try {
      await whileHeld([catalog], () => this.#listAndNote(layer, known));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      // The folder may be deleted.
      await this.#lookAtLayers();
      if (!this.#disposed && this.#layers.has(layer.key)) this.#noteFailure(layer.key, error);
    } finally {
      for (const key of this.#changedWhileListing)
        if (dialect.groupKeyOf(key) === layer.key) this.#changedWhileListing.delete(key);
      if (this.#listing.end(layer.key) && this.#layers.has(layer.key)) this.#addLayer(layer);
    }
  }

  async #listAndNote(layer: Group, known: number | undefined): Promise<void> {
    const directory = this.#directory;
    // Files added during the listing are not deleted just because it lacks them.
    const { nextId } = directory.catalog;
    const listing = await this.#reader.list(layer, known);
    if (this.#disposed || !this.#layers.has(layer.key)) return;
    const failed = directory.failure(layer.key) !== undefined;
    if (listing) await this.#noteListing(layer, listing, nextId);
    if (this.#disposed || !this.#layers.has(layer.key)) return;
    directory.noteListed(layer.key);
    this.#retries.forget(layer.key);
    if (failed) this.#listener.changed(layer.key);
  }

  /** `nextId` is the catalog's from the start of the listing. */
  async #noteListing(layer: Group, listing: LayerListing, nextId: number): Promise<void> {
    const { catalog } = this.#directory;
    const before = catalog.version;
    const slices = new Slices();
    const gone = new Set<number>();
    for (const id of catalog.neuronsOf(layer.key)) if (id < nextId) gone.add(id);
    // Later changes make a different listing.
    if (listing.digest !== undefined) this.#digests.set(layer.key, listing.digest);
    catalog.addLayer(layer);
    for (const [i, key] of listing.keys.entries()) {
      if (i % notedAtOnce === 0 && slices.due) await slices.rest();
      if (this.#disposed || !this.#layers.has(layer.key)) return;
      if (this.#changedWhileListing.has(key)) {
        this.#digests.delete(layer.key);
        continue;
      }
      const stamp = { size: listing.sizes[i]!, modified: listing.modified[i]! };
      const id = catalog.list(layer, key, stamp);
      gone.delete(id);
      const state = catalog.state(id);
      if (state === 'exact' || this.#retries.has(key, stamp)) continue;
      if (state === 'listed' && stamp.size > smallFile)
        this.#queue.addFile('provisional', layer.key, key);
      this.#addFile(layer.key, key);
    }
    let count = 0;
    for (const id of gone) {
      if (++count % notedAtOnce === 0 && slices.due) await slices.rest();
      if (this.#disposed || !this.#layers.has(layer.key)) return;
      const key = catalog.key(id);
      // It may be deleted already, and its key reused.
      if (catalog.find(key) !== id) continue;
      if (this.#changedWhileListing.has(key)) this.#digests.delete(layer.key);
      else {
        catalog.remove(key);
        this.#retries.forget(key);
      }
    }
    if (catalog.version !== before) this.#listener.changed(layer.key);
  }

  #note(layer: Group, reading: FileReading, how: 'exact' | 'provisional'): void {
    if (how === 'provisional') this.#noteProvisional(layer, reading);
    else this.#noteExact(layer, reading);
  }

  /** Only if the file is as listed and not read since. */
  #noteProvisional(layer: Group, { key, stamp, row, transient }: FileReading): void {
    const { catalog } = this.#directory;
    const id = catalog.find(key);
    if (!stamp || !row || transient || id === undefined || catalog.state(id) !== 'listed') return;
    if (sameStamp(catalog.stamp(id), stamp)) catalog.set(layer, key, stamp, row, 'provisional');
  }

  #noteExact(layer: Group, { key, stamp, row, transient }: FileReading): void {
    const { catalog, dialect } = this.#directory;
    const id = catalog.find(key);
    const isListed = stamp && id !== undefined && sameStamp(catalog.stamp(id), stamp);
    if (!isListed) this.#digests.delete(layer.key);
    if (!stamp) {
      catalog.remove(key);
      this.#retries.forget(key);
    } else if (transient && row) this.#noteTransient(layer, key, stamp, row);
    else if (!row || (row.failure !== undefined && this.#retries.isUnfinished(key, stamp))) {
      catalog.list(layer, key, stamp);
      this.#retries.add(key, stamp);
    } else {
      this.#retries.forget(key);
      catalog.set(layer, key, stamp, row, 'exact');
      if (row.failure !== undefined) this.#listener.unreadable?.(dialect.pathOf(key), row.failure);
    }
  }

  /** Keeps the old row of a temporarily unreadable file. Without one, the row gives the reason. */
  #noteTransient(layer: Group, key: string, stamp: FileStamp, row: NeuronRow): void {
    const { catalog, dialect } = this.#directory;
    const known = catalog.find(key);
    // A file that could not be opened keeps the stamp of its listing.
    const as = known !== undefined && sameStamp(stamp, unreadable) ? catalog.stamp(known) : stamp;
    const failure = this.#tryAgain(key, row.failure ?? '', as);
    this.#listener.unreadable?.(dialect.pathOf(key), failure);
    const id = catalog.list(layer, key, as);
    if (catalog.state(id) === 'listed' || catalog.failed(id))
      catalog.set(layer, key, as, { ...row, failure }, 'provisional');
  }
}

const keyOf = ({ key }: Group): string => key;

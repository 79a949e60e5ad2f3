import { FileError, type FileStamp, sameStamp, unreadable } from '../../files/fileSource.ts';
import type { LayerFolder } from '../../format/directories.ts';
import type { CatalogReader, FileReading, LayerListing } from './catalogReader.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import type { NeuronRow } from '../rows/neuronRow.ts';
import { smallFile } from '../rows/provisionalRow.ts';
import { Retries } from './retries.ts';
import { Slices } from '../slices.ts';
import { Underway } from './underway.ts';
import { type Task, WorkQueue } from './workQueue.ts';

/** The pause before the first retry, in milliseconds. */
const retryDelay = 2000;
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
  changed(layerName: string): void;
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
  readonly #folders = new Map<string, LayerFolder>();
  readonly #retries: Retries;
  readonly #waiting = new Set<() => void>();
  /** By file path. */
  readonly #reading = new Underway();
  /** By layer name. */
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
    retry = retryDelay,
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
  want(layerName: string): void {
    this.#queue.want(layerName);
  }

  /** A file, or any file of a layer, may have changed. */
  touch(layerName: string, fileName?: string): void {
    const folder = { layer: Number(layerName), name: layerName };
    if (this.#directory.catalog.countOf(layerName) !== undefined)
      this.#folders.set(layerName, folder);
    if (!this.#folders.has(layerName)) void this.#lookForLayers();
    else if (fileName === undefined) {
      this.#addLayer(folder);
      void this.#lookForLayers();
    } else {
      if (this.#listing.has(layerName)) this.#changedWhileListing.add(`${layerName}/${fileName}`);
      this.#addFile(layerName, fileName);
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
    const names = layers.map(({ name }) => name);
    const times = await this.#folderTimesNow(names);
    const written = names.filter(
      (name) =>
        this.#folderTimes.get(name) !== times.get(name) ||
        this.#directory.failure(name) !== undefined,
    );
    const wanted = this.#queue.wanted.filter((name) => this.#folders.has(name));
    const first = new Set([...written, ...wanted.slice(0, mostWanted)]);
    const compareOne = (name: string) => {
      this.#folderTimes.set(name, times.get(name));
      return this.#compareLayer(name);
    };
    for (const name of first) {
      if (this.#disposed || isOver()) break;
      await compareOne(name);
    }
    const others = names.filter((name) => !first.has(name));
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
  async #lookAtLayers(): Promise<readonly LayerFolder[] | undefined> {
    const directory = this.#directory;
    const before = directory.failure();
    const known = new Set([...this.#folders.keys(), ...directory.catalog.layers.map(nameOf)]);
    let layers: readonly LayerFolder[];
    try {
      layers = await directory.relistLayers();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (!this.#disposed) this.#noteFailure('', error);
      return undefined;
    }
    if (this.#disposed) return undefined;
    this.#retries.forget('');
    for (const { name } of layers) known.delete(name);
    for (const name of known) await this.#removeLayer(name);
    if (this.#disposed) return undefined;
    for (const layer of layers) if (!this.#folders.has(layer.name)) this.#addLayer(layer);
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

  #retry(path: string): void {
    const [layerName = '', fileName] = path.split('/');
    if (layerName === '') void this.#lookForLayers();
    else this.touch(layerName, fileName);
  }

  /** The modification times of the folders of these layers; undefined if unknown. */
  async #folderTimesNow(names: readonly string[]): Promise<Map<string, number | undefined>> {
    const { source, path } = this.#directory;
    const time = async (name: string) => {
      const stamp = await source.stat(source.join(path, name)).catch(() => undefined);
      return [name, stamp?.modified] as const;
    };
    return new Map(await Promise.all(names.map(time)));
  }

  async #compareLayer(layerName: string): Promise<void> {
    const folder = this.#folders.get(layerName);
    // A layer that waits for a listing or a retry has its turn anyway.
    if (!folder || this.#listing.has(layerName) || this.#queue.lists(layerName)) return;
    if (this.#retries.has(layerName)) return;
    try {
      await this.#list(folder, this.#digests.get(layerName));
    } catch (error) {
      if (!this.#disposed) this.#listener.failed(error);
    }
  }

  /** Reports why a folder cannot be listed, and schedules a retry if that may help. */
  #noteFailure(layerName: string, error: FileError): void {
    const before = this.#directory.failure(layerName);
    const reason = error.transient ? this.#tryAgain(layerName, error.reason) : error.reason;
    const { path, transient } = error;
    this.#directory.noteFailure(layerName, new FileError(path, reason, { transient }));
    if (before?.reason === reason) return;
    this.#listener.changed(layerName);
    this.#listener.unreadable?.(layerName || '.', reason);
  }

  #tryAgain(path: string, reason: string, stamp?: FileStamp): string {
    const pause = this.#retries.add(path, stamp);
    return `${reason}. Trying again in ${Math.ceil(pause / 1000)} s`;
  }

  async #removeLayer(layerName: string): Promise<void> {
    const removing = this.#directory.removeLayer(layerName);
    this.#folders.delete(layerName);
    this.#digests.delete(layerName);
    this.#folderTimes.delete(layerName);
    this.#retries.forgetFolder(layerName);
    this.#queue.forget(layerName);
    await removing;
    this.#listener.changed(layerName);
  }

  /**
   * A file that is being read is read again afterwards, since the current read may predate the
   * change.
   */
  #addFile(layerName: string, fileName: string): void {
    if (!this.#reading.repeat(`${layerName}/${fileName}`))
      this.#queue.addFile('exact', layerName, fileName);
  }

  #addLayer(layer: LayerFolder): void {
    this.#folders.set(layer.name, layer);
    if (!this.#listing.repeat(layer.name)) this.#queue.addList(layer.name);
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
    const folder = this.#folders.get(task.layerName);
    if (!folder) return;
    if (task.type === 'list') {
      this.#lists++;
      return this.#list(folder).finally(() => this.#lists--);
    }
    if (task.type === 'exact') return this.#readExact(folder, task.fileNames);
    await this.#read(folder, this.#unread(folder, task.fileNames), 'provisional');
  }

  async #readExact(folder: LayerFolder, fileNames: readonly string[]): Promise<void> {
    for (const name of fileNames) this.#reading.begin(`${folder.name}/${name}`);
    try {
      await this.#read(folder, fileNames, 'exact');
    } catch (error) {
      for (const name of fileNames) this.#retries.forget(`${folder.name}/${name}`);
      throw error;
    } finally {
      for (const name of fileNames) {
        if (this.#reading.end(`${folder.name}/${name}`)) this.#addFile(folder.name, name);
      }
    }
  }

  async #read(
    folder: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<void> {
    const readings = await this.#reader.read(folder, fileNames, how);
    // Its layer may be deleted by now.
    if (this.#disposed || !this.#folders.has(folder.name)) return;
    for (const reading of readings) this.#note(folder, reading, how);
    this.#listener.changed(folder.name);
  }

  /** The files without any row, out of those to be read for a provisional row. */
  #unread(folder: LayerFolder, fileNames: readonly string[]): readonly string[] {
    const { catalog } = this.#directory;
    return fileNames.filter((name) => {
      const id = catalog.find(folder.name, name);
      return id !== undefined && catalog.state(id) === 'listed';
    });
  }

  /** Updates a layer from the disk; given a listing's digest, only if the listing has changed. */
  async #list(folder: LayerFolder, known?: number): Promise<void> {
    const directory = this.#directory;
    this.#listing.begin(folder.name);
    const release = directory.catalog.hold();
    try {
      // Files added during the listing are not deleted just because it lacks them.
      const { nextId } = directory.catalog;
      const listing = await this.#reader.list(folder, known);
      if (this.#disposed || !this.#folders.has(folder.name)) return;
      const failed = directory.failure(folder.name) !== undefined;
      if (listing) await this.#noteListing(folder, listing, nextId);
      if (this.#disposed || !this.#folders.has(folder.name)) return;
      directory.noteListed(folder.name);
      this.#retries.forget(folder.name);
      if (failed) this.#listener.changed(folder.name);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      // The folder may be deleted.
      await this.#lookAtLayers();
      if (!this.#disposed && this.#folders.has(folder.name)) this.#noteFailure(folder.name, error);
    } finally {
      release();
      for (const path of this.#changedWhileListing)
        if (path.startsWith(`${folder.name}/`)) this.#changedWhileListing.delete(path);
      if (this.#listing.end(folder.name) && this.#folders.has(folder.name)) this.#addLayer(folder);
    }
  }

  /** `nextId` is the catalog's from the start of the listing. */
  async #noteListing(folder: LayerFolder, listing: LayerListing, nextId: number): Promise<void> {
    const { catalog } = this.#directory;
    const before = catalog.version;
    const slices = new Slices();
    const gone = new Set<number>();
    for (const id of catalog.neuronsOf(folder.name)) if (id < nextId) gone.add(id);
    // Later changes make a different listing.
    if (listing.digest !== undefined) this.#digests.set(folder.name, listing.digest);
    catalog.addLayer(folder);
    for (const [i, name] of listing.names.entries()) {
      if (i % notedAtOnce === 0 && slices.due) await slices.rest();
      if (this.#disposed || !this.#folders.has(folder.name)) return;
      const path = `${folder.name}/${name}`;
      if (this.#changedWhileListing.has(path)) {
        this.#digests.delete(folder.name);
        continue;
      }
      const stamp = { size: listing.sizes[i]!, modified: listing.modified[i]! };
      const id = catalog.list(folder, name, stamp);
      gone.delete(id);
      const state = catalog.state(id);
      if (state === 'exact' || this.#retries.has(path, stamp)) continue;
      if (state === 'listed' && stamp.size > smallFile)
        this.#queue.addFile('provisional', folder.name, name);
      this.#addFile(folder.name, name);
    }
    let count = 0;
    for (const id of gone) {
      if (++count % notedAtOnce === 0 && slices.due) await slices.rest();
      if (this.#disposed || !this.#folders.has(folder.name)) return;
      const { name } = catalog.file(id);
      // It may be deleted already, and its name reused.
      if (catalog.find(folder.name, name) !== id) continue;
      const path = `${folder.name}/${name}`;
      if (this.#changedWhileListing.has(path)) this.#digests.delete(folder.name);
      else {
        catalog.remove(folder.name, name);
        this.#retries.forget(path);
      }
    }
    if (catalog.version !== before) this.#listener.changed(folder.name);
  }

  #note(folder: LayerFolder, reading: FileReading, how: 'exact' | 'provisional'): void {
    if (how === 'provisional') this.#noteProvisional(folder, reading);
    else this.#noteExact(folder, reading);
  }

  /** Only if the file is as listed and not read since. */
  #noteProvisional(folder: LayerFolder, { fileName, stamp, row, transient }: FileReading): void {
    const { catalog } = this.#directory;
    const id = catalog.find(folder.name, fileName);
    if (!stamp || !row || transient || id === undefined || catalog.state(id) !== 'listed') return;
    if (sameStamp(catalog.stamp(id), stamp))
      catalog.set(folder, fileName, stamp, row, 'provisional');
  }

  #noteExact(folder: LayerFolder, { fileName, stamp, row, transient }: FileReading): void {
    const { catalog } = this.#directory;
    const path = `${folder.name}/${fileName}`;
    const id = catalog.find(folder.name, fileName);
    const isListed = stamp && id !== undefined && sameStamp(catalog.stamp(id), stamp);
    if (!isListed) this.#digests.delete(folder.name);
    if (!stamp) {
      catalog.remove(folder.name, fileName);
      this.#retries.forget(path);
    } else if (transient && row) this.#noteTransient(folder, fileName, stamp, row);
    else if (!row || (row.failure !== undefined && this.#retries.isUnfinished(path, stamp))) {
      catalog.list(folder, fileName, stamp);
      this.#retries.add(path, stamp);
    } else {
      this.#retries.forget(path);
      catalog.set(folder, fileName, stamp, row, 'exact');
      if (row.failure !== undefined) this.#listener.unreadable?.(path, row.failure);
    }
  }

  /** Keeps the old row of a temporarily unreadable file. Without one, the row gives the reason. */
  #noteTransient(folder: LayerFolder, fileName: string, stamp: FileStamp, row: NeuronRow): void {
    const { catalog } = this.#directory;
    const path = `${folder.name}/${fileName}`;
    const known = catalog.find(folder.name, fileName);
    // A file that could not be opened keeps the stamp of its listing.
    const as = known !== undefined && sameStamp(stamp, unreadable) ? catalog.stamp(known) : stamp;
    const failure = this.#tryAgain(path, row.failure ?? '', as);
    this.#listener.unreadable?.(path, failure);
    const id = catalog.list(folder, fileName, as);
    if (catalog.state(id) === 'listed' || catalog.failed(id))
      catalog.set(folder, fileName, as, { ...row, failure }, 'provisional');
  }
}

const nameOf = ({ name }: LayerFolder): string => name;

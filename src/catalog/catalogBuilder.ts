import { FileError, sameStamp } from '../files/fileSource.ts';
import type { LayerFolder } from '../format/directories.ts';
import { breathe } from './breathe.ts';
import type { CatalogReader, FileReading, LayerListing } from './catalogReader.ts';
import type { ExplanationDirectory } from './explanationDirectory.ts';
import { smallFile } from './provisionalRow.ts';
import { Underway } from './underway.ts';
import { UnfinishedFiles } from './unfinishedFiles.ts';
import { type Task, WorkQueue } from './workQueue.ts';

/** After how long a file that may still be written is looked at again, in milliseconds. */
const retryDelay = 2000;
/** How many files of a listing are noted at a time: as many as take a few milliseconds. */
const notedAtOnce = 4096;

/** Who is told of what a builder does. */
export interface BuildListener {
  /** Rows of a layer are not as they were. */
  changed(layerName: string): void;
  /** There is nothing left to do for now. */
  idle(): void;
  /** A fault of ours; the rest goes on. */
  failed(error: unknown): void;
  /** A file that is no neuron, by its path below the directory, or a folder that cannot be listed; the rest goes on. */
  unreadable?(path: string, reason: string): void;
}

/**
 * Brings the catalog of a directory up to date with its files and keeps it so, in the background: what it has of files that are
 * still the same stays, all else is read.
 */
export class CatalogBuilder {
  readonly #directory: ExplanationDirectory;
  readonly #reader: CatalogReader;
  readonly #listener: BuildListener;
  readonly #queue = new WorkQueue();
  readonly #folders = new Map<string, LayerFolder>();
  readonly #unfinished: UnfinishedFiles;
  readonly #waiting = new Set<() => void>();
  /** Files, by their paths. */
  readonly #reading = new Underway();
  /** Layers, by their names. */
  readonly #listing = new Underway();
  /** The paths of files that changed while their layer was listed: of them the listing says nothing. */
  readonly #changedWhileListing = new Set<string>();
  #working = 0;
  #busy = false;
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
    this.#unfinished = new UnfinishedFiles(retry, (...file) => this.touch(...file));
  }

  /** Whether all layers have been listed, so that the catalog has every neuron. */
  get listed(): boolean {
    return this.#layersListed && !this.#queue.listing && this.#listing.size === 0;
  }

  get busy(): boolean {
    return this.#working > 0 || (!this.#queue.empty && !this.#paused);
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Looks at all files again. Resolves when the layers are known. */
  async start(): Promise<void> {
    const layers = await this.#layers();
    // The tree says so. What is known of a directory that does not answer stays.
    if (this.#disposed || !layers) return;
    for (const { name } of this.#directory.catalog.layers)
      if (!layers.some((layer) => layer.name === name)) this.#removeLayer(name);
    for (const layer of layers) this.#addLayer(layer);
    this.#layersListed = true;
    this.#pump();
  }

  /** Reads a layer before the rest. */
  want(layerName: string): void {
    this.#queue.want(layerName);
  }

  /** A file, or any of a layer, is or may be another one now. */
  touch(layerName: string, fileName?: string): void {
    if (fileName === undefined) this.#addLayer({ layer: Number(layerName), name: layerName });
    else {
      this.#folders.set(layerName, { layer: Number(layerName), name: layerName });
      if (this.#listing.has(layerName)) this.#changedWhileListing.add(`${layerName}/${fileName}`);
      this.#addFile(layerName, fileName);
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

  /** Resolves when there is nothing left to do for now. */
  async finished(): Promise<void> {
    if (this.busy) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  dispose(): void {
    this.#disposed = true;
    this.#unfinished.dispose();
    this.pause();
  }

  /** Undefined where they cannot be listed. */
  async #layers(): Promise<readonly LayerFolder[] | undefined> {
    try {
      return await this.#directory.layers();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#listener.unreadable?.('.', error.reason);
      return undefined;
    }
  }

  #removeLayer(layerName: string): void {
    this.#directory.catalog.removeLayer(layerName);
    this.#folders.delete(layerName);
    this.#queue.forget(layerName);
    this.#listener.changed(layerName);
  }

  /** A file that is being read is read again afterwards: what is read of it may be of before the change. */
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
        // What was found may be work for others.
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
    if (task.type === 'list') return this.#list(folder);
    if (task.type === 'exact') return this.#readExact(folder, task.fileNames);
    await this.#read(folder, this.#unread(folder, task.fileNames), 'provisional');
  }

  async #readExact(folder: LayerFolder, fileNames: readonly string[]): Promise<void> {
    for (const name of fileNames) this.#reading.begin(`${folder.name}/${name}`);
    try {
      await this.#read(folder, fileNames, 'exact');
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
    // Its layer may be gone by now.
    if (this.#disposed || !this.#folders.has(folder.name)) return;
    for (const reading of readings) this.#note(folder, reading, how);
    this.#listener.changed(folder.name);
  }

  /** Of files to be read for a first answer, those that have none by now. */
  #unread(folder: LayerFolder, fileNames: readonly string[]): readonly string[] {
    const { catalog } = this.#directory;
    return fileNames.filter((name) => {
      const id = catalog.find(folder.name, name);
      return id !== undefined && catalog.state(id) === 'listed';
    });
  }

  async #list(folder: LayerFolder): Promise<void> {
    this.#listing.begin(folder.name);
    try {
      // What comes while it is listed is not gone because the listing does not have it.
      const gone = new Set(this.#directory.catalog.neuronsOf(folder.name));
      await this.#noteListing(folder, await this.#reader.list(folder), gone);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      // The tree says so where it is opened, unless there is no such layer any more.
      const layers = await this.#layers();
      if (this.#disposed) return;
      if (layers?.every(({ name }) => name !== folder.name)) this.#removeLayer(folder.name);
      else this.#listener.unreadable?.(folder.name, error.reason);
    } finally {
      for (const path of this.#changedWhileListing)
        if (path.startsWith(`${folder.name}/`)) this.#changedWhileListing.delete(path);
      if (this.#listing.end(folder.name) && this.#folders.has(folder.name)) this.#addLayer(folder);
    }
  }

  async #noteListing(folder: LayerFolder, listing: LayerListing, gone: Set<number>): Promise<void> {
    if (this.#disposed || !this.#folders.has(folder.name)) return;
    const { catalog } = this.#directory;
    const before = catalog.version;
    catalog.addLayer(folder);
    for (const [i, name] of listing.names.entries()) {
      if (i % notedAtOnce === notedAtOnce - 1) await breathe();
      if (this.#disposed || !this.#folders.has(folder.name)) return;
      if (this.#changedWhileListing.has(`${folder.name}/${name}`)) continue;
      const stamp = { size: listing.sizes[i]!, modified: listing.modified[i]! };
      const id = catalog.list(folder, name, stamp);
      gone.delete(id);
      const state = catalog.state(id);
      if (state === 'exact') continue;
      if (state === 'listed' && stamp.size > smallFile)
        this.#queue.addFile('provisional', folder.name, name);
      this.#addFile(folder.name, name);
    }
    for (const id of gone) {
      const { name } = catalog.file(id);
      if (!this.#changedWhileListing.has(`${folder.name}/${name}`))
        catalog.remove(folder.name, name);
    }
    if (catalog.version !== before) this.#listener.changed(folder.name);
  }

  #note(folder: LayerFolder, reading: FileReading, how: 'exact' | 'provisional'): void {
    if (how === 'provisional') this.#noteProvisional(folder, reading);
    else this.#noteExact(folder, reading);
  }

  /** Of the file as it was listed, or nothing: what was read of it since knows better. */
  #noteProvisional(folder: LayerFolder, { fileName, stamp, row }: FileReading): void {
    const { catalog } = this.#directory;
    const id = catalog.find(folder.name, fileName);
    if (!stamp || !row || id === undefined || catalog.state(id) !== 'listed') return;
    if (sameStamp(catalog.stamp(id), stamp))
      catalog.set(folder, fileName, stamp, row, 'provisional');
  }

  #noteExact(folder: LayerFolder, { fileName, stamp, row }: FileReading): void {
    const { catalog } = this.#directory;
    const path = `${folder.name}/${fileName}`;
    if (!stamp) {
      catalog.remove(folder.name, fileName);
      this.#unfinished.forget(path);
      return;
    }
    if (!row || (row.failure !== undefined && this.#unfinished.has(path, stamp))) {
      catalog.list(folder, fileName, stamp);
      this.#unfinished.retry(folder.name, fileName, stamp);
    } else {
      this.#unfinished.forget(path);
      catalog.set(folder, fileName, stamp, row, 'exact');
      if (row.failure !== undefined) this.#listener.unreadable?.(path, row.failure);
    }
  }
}

import { smallFile } from '../rows/provisionalRow.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import { type BuildListener, BuildState } from './buildState.ts';
import type { CatalogReader } from './catalogReader.ts';
import { FileReads } from './fileReads.ts';
import { LayerList, LayerTurns } from './layerList.ts';
import { LayerLister } from './layerLister.ts';
import { Retries } from './retries.ts';
import { WorkLoop } from './workLoop.ts';
import type { Task } from './workQueue.ts';

/**
 * Brings the catalog of a directory up to date and keeps it so, in the background. Rows of
 * unchanged files stay, all others are read.
 */
export class CatalogBuilder {
  readonly #state: BuildState;
  readonly #layers: LayerList;
  readonly #lister: LayerLister;
  readonly #reads: FileReads;
  readonly #turns: LayerTurns;
  readonly #loop: WorkLoop;
  /** The number of layer listings caused by a change, not by a comparison. */
  #lists = 0;

  /** `retry` is the pause before the first retry, in milliseconds. */
  constructor(
    directory: ExplanationDirectory,
    reader: CatalogReader,
    listener: BuildListener,
    retry?: number,
  ) {
    const retries = new Retries(retry, (key) => this.#retry(key));
    this.#state = new BuildState(directory, listener, retries);
    this.#layers = new LayerList(
      this.#state,
      (layer) => this.#lister.add(layer),
      () => this.#loop.pump(),
    );
    this.#lister = new LayerLister(this.#state, reader, () => this.#layers.look());
    this.#reads = new FileReads(this.#state, reader);
    this.#turns = new LayerTurns(this.#state);
    this.#loop = new WorkLoop(this.#state.queue, {
      parallel: () => reader.parallel,
      run: (task) => this.#run(task),
      isBusyOtherwise: () => this.#layers.busy,
      idle: () => listener.idle(),
      failed: (error) => this.#state.failed(error),
    });
  }

  /** Whether all layers are listed, so that the catalog has every neuron. */
  get listed(): boolean {
    return this.#layers.listed && !this.#state.queue.listing && this.#lists === 0;
  }

  get busy(): boolean {
    return this.#loop.busy;
  }

  get paused(): boolean {
    return this.#loop.paused;
  }

  /**
   * Checks all files again, including those that wait for a retry. Resolves when the layers are
   * known.
   */
  async start(): Promise<void> {
    this.#state.retries.clear();
    const layers = await this.#layers.look();
    for (const layer of layers ?? []) this.#lister.add(layer);
    this.#loop.pump();
  }

  /** Reads a layer before the others. */
  want(layerKey: string): void {
    this.#state.queue.want(layerKey);
  }

  /** Reads every file of a layer, including those out of sight. Without a key, of all layers. */
  async read(layerKey?: string): Promise<void> {
    const state = this.#state;
    const { catalog, declared } = state.directory;
    state.ask(layerKey);
    for (const layer of state.layers.values()) {
      if (layerKey !== undefined && layer.key !== layerKey) continue;
      if (declared) await state.directory.neurons(layer);
      for (const id of catalog.neuronsOf(layer.key))
        if (catalog.state(id) !== 'exact') state.addFile(layer.key, catalog.key(id));
    }
    this.#loop.pump();
  }

  /** Someone looks at these neurons: reads what a row shows of them if nothing is known yet. */
  look(keys: readonly string[]): void {
    const state = this.#state;
    const { catalog, dialect } = state.directory;
    for (const key of keys) {
      const id = catalog.find(key);
      if (id === undefined || catalog.state(id) !== 'listed' || state.retries.has(key)) continue;
      const layerKey = dialect.groupKeyOf(key);
      if (state.isRead(layerKey)) continue;
      const isSmall = !catalog.isKeyOnly(id) && catalog.stamp(id).size <= smallFile;
      if (isSmall) state.addFile(layerKey, key);
      else state.queue.addFile('provisional', layerKey, key);
    }
    this.#loop.pump();
  }

  /** A file, or any file of a layer, may have changed. */
  touch(layerKey: string, key?: string): void {
    const { layers } = this.#state;
    const { catalog, dialect } = this.#state.directory;
    const layer = dialect.group(layerKey);
    if (layer && catalog.countOf(layerKey) !== undefined) layers.set(layerKey, layer);
    if (!layer || !layers.has(layerKey)) void this.#layers.changed();
    else if (key === undefined) {
      this.#lister.add(layer);
      void this.#layers.changed();
    } else {
      this.#lister.fileChanged(layerKey, key);
      this.#state.addFile(layerKey, key);
    }
    this.#loop.pump();
  }

  /**
   * Compares the catalog with the disk, since events can be missing. Checks the list of layers,
   * then layers with modified folders, then those viewed last, then at least one other layer in
   * turn, until `isOver`. Cheap if nothing changed.
   */
  async compare(isOver: () => boolean): Promise<void> {
    // A directory that does not respond waits for its retry.
    if (this.#state.retries.has('')) return;
    const layers = await this.#layers.look();
    if (!layers || layers.length === 0) return;
    await this.#turns.run(
      layers.map(({ key }) => key),
      (key) => this.#compareLayer(key),
      isOver,
    );
    this.#loop.pump();
  }

  pause(): void {
    this.#loop.pause();
  }

  resume(): void {
    this.#loop.resume();
  }

  /** Resolves when all work is done for now. */
  finished(): Promise<void> {
    return this.#loop.finished();
  }

  dispose(): void {
    this.#state.disposed = true;
    this.#state.retries.dispose();
    this.pause();
  }

  /** `key` is that of a neuron, of a layer, or empty for the directory. */
  #retry(key: string): void {
    const { dialect } = this.#state.directory;
    if (key === '') void this.#layers.changed();
    else if (dialect.group(key)) this.touch(key);
    else this.touch(dialect.groupKeyOf(key), key);
  }

  async #compareLayer(layerKey: string): Promise<void> {
    const { layers, queue, retries, digests } = this.#state;
    const layer = layers.get(layerKey);
    // A layer that waits for a listing or a retry has its turn anyway.
    if (!layer || this.#lister.isListing(layerKey) || queue.lists(layerKey)) return;
    if (this.#state.directory.declared) return;
    if (retries.has(layerKey)) return;
    await this.#lister
      .list(layer, digests.get(layerKey))
      .catch((error: unknown) => this.#state.failed(error));
  }

  async #run(task: Task): Promise<void> {
    const layer = this.#state.layers.get(task.layerKey);
    if (!layer) return;
    if (task.type === 'list') {
      this.#lists++;
      return this.#lister.list(layer).finally(() => this.#lists--);
    }
    if (task.type === 'exact') return this.#reads.exact(layer, task.keys);
    await this.#reads.provisional(layer, task.keys);
  }
}

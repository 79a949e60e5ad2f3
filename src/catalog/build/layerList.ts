import { FileError } from '../../files/fileSource.ts';
import type { Group } from '../../model/unit.ts';
import type { BuildState } from './buildState.ts';

/** Keeps the layers of a directory as they are on disk. */
export class LayerList {
  readonly #state: BuildState;
  readonly #add: (layer: Group) => void;
  /** Called after each listing caused by a change. */
  readonly #looked: () => void;
  #listed = false;
  /** The number of listings caused by a change. */
  #looking = 0;
  /** Whether one of them has not started yet. */
  #willLook = false;

  /** `add` queues the listing of a new layer. */
  constructor(state: BuildState, add: (layer: Group) => void, looked: () => void) {
    this.#state = state;
    this.#add = add;
    this.#looked = looked;
  }

  /** Whether the layers were ever listed. */
  get listed(): boolean {
    return this.#listed;
  }

  /** Whether a change causes a listing now. */
  get busy(): boolean {
    return this.#looking > 0;
  }

  /**
   * Lists the layers, drops deleted ones and adds new ones. Undefined if they cannot be listed; the
   * catalog then stays as it is.
   */
  async look(): Promise<readonly Group[] | undefined> {
    const state = this.#state;
    const { directory } = state;
    const before = directory.failure();
    const known = new Set([...state.layers.keys(), ...directory.catalog.layers.map(keyOf)]);
    let layers: readonly Group[];
    try {
      layers = await directory.relistLayers();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (!state.disposed) state.noteFailure('', error);
      return undefined;
    }
    if (state.disposed) return undefined;
    state.retries.forget('');
    for (const { key } of layers) known.delete(key);
    for (const key of known) await this.#remove(key);
    if (state.disposed) return undefined;
    for (const layer of layers) if (!state.layers.has(layer.key)) this.#add(layer);
    this.#listed = true;
    if (before) state.listener.changed('');
    return layers;
  }

  /** The list of layers changed. Never rejects. */
  async changed(): Promise<void> {
    // A new layer may bring thousands of events at once. List the layers once for all of them.
    if (this.#willLook) return;
    this.#willLook = true;
    this.#looking++;
    try {
      await Promise.resolve();
      this.#willLook = false;
      await this.look();
    } catch (error) {
      this.#state.failed(error);
    } finally {
      this.#looking--;
      this.#looked();
    }
  }

  async #remove(layerKey: string): Promise<void> {
    const { directory, layers, digests, folderTimes, retries, queue, listener } = this.#state;
    const removing = directory.removeLayer(layerKey);
    layers.delete(layerKey);
    digests.delete(layerKey);
    folderTimes.delete(layerKey);
    const { dialect } = directory;
    retries.forgetWhere((key) => key === layerKey || dialect.unit(key)?.group.key === layerKey);
    queue.forget(layerKey);
    await removing;
    listener.changed(layerKey);
  }
}

const keyOf = ({ key }: Group): string => key;

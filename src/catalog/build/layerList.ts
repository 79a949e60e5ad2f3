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

/** How many recently viewed layers are compared in each round. */
const mostWanted = 8;

/** Which layers are compared with the disk in a round. */
export class LayerTurns {
  readonly #state: BuildState;
  /** The number of layers compared in turn. */
  #turn = 0;

  constructor(state: BuildState) {
    this.#state = state;
  }

  /**
   * Compares layers with modified folders, then those viewed last, then at least one other layer in
   * turn, until `isOver`.
   */
  async run(
    keys: readonly string[],
    compare: (layerKey: string) => Promise<void>,
    isOver: () => boolean,
  ): Promise<void> {
    const { directory, layers, folderTimes, queue } = this.#state;
    const times = await this.#folderTimesNow(keys);
    const written = keys.filter(
      (key) => folderTimes.get(key) !== times.get(key) || directory.failure(key) !== undefined,
    );
    const wanted = queue.wanted.filter((key) => layers.has(key));
    const first = new Set([...written, ...wanted.slice(0, mostWanted)]);
    const compareOne = (key: string) => {
      folderTimes.set(key, times.get(key));
      return compare(key);
    };
    for (const key of first) {
      if (this.#state.disposed || isOver()) break;
      await compareOne(key);
    }
    const others = keys.filter((key) => !first.has(key));
    for (let count = 0; count < others.length; count++) {
      // At least one, so that all have their turn even if the first ones are slow.
      if (this.#state.disposed || (count > 0 && isOver())) break;
      await compareOne(others[this.#turn++ % others.length]!);
    }
  }

  /** The modification times of the folders of these layers; undefined if unknown. */
  async #folderTimesNow(keys: readonly string[]): Promise<Map<string, number | undefined>> {
    const { source, path, dialect } = this.#state.directory;
    // Folders of stores are only parts of names.
    if (source.isRemote) return new Map();
    const time = async (key: string) => {
      const folder = source.join(path, dialect.pathOf(key));
      const stamp = await source.stat(folder).catch(() => undefined);
      return [key, stamp?.modified] as const;
    };
    return new Map(await Promise.all(keys.map(time)));
  }
}

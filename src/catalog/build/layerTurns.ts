import type { BuildState } from './buildState.ts';

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
    const time = async (key: string) => {
      const folder = source.join(path, dialect.pathOf(key));
      const stamp = await source.stat(folder).catch(() => undefined);
      return [key, stamp?.modified] as const;
    };
    return new Map(await Promise.all(keys.map(time)));
  }
}

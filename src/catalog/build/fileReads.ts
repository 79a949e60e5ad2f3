import type { Group } from '../../model/unit.ts';
import type { BuildState } from './buildState.ts';
import type { CatalogReader } from './catalogReader.ts';
import { noteReading } from './noteReading.ts';

/** Reads files and notes their rows. */
export class FileReads {
  readonly #state: BuildState;
  readonly #reader: CatalogReader;

  constructor(state: BuildState, reader: CatalogReader) {
    this.#state = state;
    this.#reader = reader;
  }

  async exact(layer: Group, keys: readonly string[]): Promise<void> {
    const { reading, retries } = this.#state;
    for (const key of keys) reading.begin(key);
    try {
      await this.#read(layer, keys, 'exact');
    } catch (error) {
      for (const key of keys) retries.forget(key);
      throw error;
    } finally {
      for (const key of keys) {
        if (reading.end(key)) this.#state.addFile(layer.key, key);
      }
    }
  }

  /** Only those of the files without any row. */
  async provisional(layer: Group, keys: readonly string[]): Promise<void> {
    const { catalog } = this.#state.directory;
    const unread = keys.filter((key) => {
      const id = catalog.find(key);
      return id !== undefined && catalog.state(id) === 'listed';
    });
    await this.#read(layer, unread, 'provisional');
  }

  async #read(layer: Group, keys: readonly string[], how: 'exact' | 'provisional'): Promise<void> {
    const readings = await this.#reader.read(layer, keys, how);
    // Its layer may be deleted by now.
    if (this.#state.isGone(layer)) return;
    for (const reading of readings) noteReading(this.#state, layer, reading, how);
    this.#state.listener.changed(layer.key);
  }
}

import type { CatalogReader, FileReading, LayerListing } from '../catalog/build/catalogReader.ts';
import { failedRow, type NeuronRow } from '../catalog/rows/neuronRow.ts';
import { openai } from '../dialects/openai/dialect.ts';
import type { Group } from '../model/unit.ts';
import { FileError, unreadable } from '../files/fileSource.ts';
import { localFileSource } from '../platform/localFileSource.ts';
import { WorkerEnded, type WorkerPool } from './workerPool.ts';

/** Reads the files of a directory on disk in worker threads. */
export class PoolReader implements CatalogReader {
  readonly #pool: WorkerPool;
  readonly #path: string;

  constructor(pool: WorkerPool, path: string) {
    this.#pool = pool;
    this.#path = path;
  }

  get parallel(): number {
    // One job runs and one waits per thread, so that no thread is idle.
    return 2 * this.#pool.size;
  }

  async list(layer: Group, known?: number): Promise<LayerListing | undefined> {
    const directory = this.#path;
    try {
      return await this.#pool.runTwice({ type: 'list', directory, layerKey: layer.key, known });
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      // No file is the cause: threads end when memory runs out, which may pass.
      const folder = this.#pathOf(layer.key);
      throw new FileError(folder, `listing failed: ${error.message}`, { transient: true });
    }
  }

  async read(
    layer: Group,
    keys: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const job = { type: 'read', directory: this.#path, keys, how } as const;
    const [key, ...others] = keys;
    if (key === undefined) return [];
    try {
      return await (others.length > 0 ? this.#pool.run(job) : this.#pool.runTwice(job));
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      if (others.length > 0) return this.#readHalves(layer, keys, how);
      const stamp = await localFileSource.stat(this.#pathOf(key)).catch(() => unreadable);
      return [{ key, stamp, row: rowOfEnded(error) }];
    }
  }

  /** Bisects to find the file that ended a worker. */
  async #readHalves(
    layer: Group,
    keys: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const halves = [0, 1].map((half) => keys.filter((_, i) => i % 2 === half));
    return (await Promise.all(halves.map((each) => this.read(layer, each, how)))).flat();
  }

  #pathOf(key: string): string {
    return localFileSource.join(this.#path, openai.pathOf(key));
  }
}

/** The row of a file that ended threads. Rethrows any other error. */
export function rowOfEnded(error: unknown): NeuronRow {
  if (!(error instanceof WorkerEnded)) throw error;
  return failedRow(new Error(`reading failed: ${error.message}`));
}

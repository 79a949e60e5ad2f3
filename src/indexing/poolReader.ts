import type { CatalogReader, FileReading, LayerListing } from '../catalog/catalogReader.ts';
import { failedRow } from '../catalog/neuronRow.ts';
import type { LayerFolder } from '../format/directories.ts';
import { localFileSource } from '../files/localFileSource.ts';
import { WorkerEnded, type WorkerPool } from './workerPool.ts';

/** Reads the files of a directory of the disk, by worker threads. */
export class PoolReader implements CatalogReader {
  readonly #pool: WorkerPool;
  readonly #path: string;

  constructor(pool: WorkerPool, path: string) {
    this.#pool = pool;
    this.#path = path;
  }

  get parallel(): number {
    // One waits while one is worked at, so that no thread waits for the next.
    return 2 * this.#pool.size;
  }

  list(layer: LayerFolder): Promise<LayerListing> {
    return this.#pool.run({ type: 'list', folder: this.#folder(layer) });
  }

  async read(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const folder = this.#folder(layer);
    const job = { type: 'read', folder, layer: layer.layer, fileNames, how } as const;
    try {
      return await this.#pool.run(job);
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      return this.#readEach(layer, fileNames, how, error);
    }
  }

  /** Finds the file over which a worker came to an end. */
  async #readEach(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
    error: WorkerEnded,
  ): Promise<readonly FileReading[]> {
    if (fileNames.length > 1) {
      const halves = [0, 1].map((half) => fileNames.filter((_, i) => i % 2 === half));
      return (await Promise.all(halves.map((names) => this.read(layer, names, how)))).flat();
    }
    const [fileName] = fileNames;
    if (fileName === undefined) return [];
    const path = localFileSource.join(this.#folder(layer), fileName);
    const stamp = await localFileSource.stat(path).catch(() => undefined);
    return [{ fileName, stamp, row: failedRow(new Error(`reading it failed: ${error.message}`)) }];
  }

  #folder(layer: LayerFolder): string {
    return localFileSource.join(this.#path, layer.name);
  }
}

import type { CatalogReader, FileReading, LayerListing } from '../catalog/catalogReader.ts';
import { failedRow } from '../catalog/neuronRow.ts';
import type { LayerFolder } from '../format/directories.ts';
import { unreadable } from '../files/fileSource.ts';
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

  async list(layer: LayerFolder, known?: number): Promise<LayerListing | undefined> {
    const job = { type: 'list', folder: this.#folder(layer), known } as const;
    // It need not be the listing over which a worker came to an end.
    return this.#pool.run(job).catch((error: unknown) => {
      if (!(error instanceof WorkerEnded)) throw error;
      return this.#pool.run(job);
    });
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
      return fileNames.length > 1
        ? this.#readHalves(layer, fileNames, how)
        : this.#readAlone(layer, fileNames, how);
    }
  }

  /** Finds the file over which a worker came to an end. */
  async #readHalves(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const halves = [0, 1].map((half) => fileNames.filter((_, i) => i % 2 === half));
    return (await Promise.all(halves.map((names) => this.read(layer, names, how)))).flat();
  }

  /** It is the file's doing where it happens twice. */
  async #readAlone(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const folder = this.#folder(layer);
    try {
      return await this.#pool.run({ type: 'read', folder, layer: layer.layer, fileNames, how });
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      const row = failedRow(new Error(`reading it failed: ${error.message}`));
      const readings = fileNames.map(async (fileName) => {
        const path = localFileSource.join(folder, fileName);
        const stamp = await localFileSource.stat(path).catch(() => unreadable);
        return { fileName, stamp, row };
      });
      return Promise.all(readings);
    }
  }

  #folder(layer: LayerFolder): string {
    return localFileSource.join(this.#path, layer.name);
  }
}

import type { CatalogReader, FileReading, LayerListing } from '../catalog/build/catalogReader.ts';
import { failedRow, type NeuronRow } from '../catalog/rows/neuronRow.ts';
import type { LayerFolder } from '../format/directories.ts';
import { FileError, unreadable } from '../files/fileSource.ts';
import { localFileSource } from '../files/localFileSource.ts';
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

  async list(layer: LayerFolder, known?: number): Promise<LayerListing | undefined> {
    const folder = this.#folder(layer);
    try {
      return await this.#pool.runTwice({ type: 'list', folder, known });
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      // No file is the cause: threads end when memory runs out, which may pass.
      throw new FileError(folder, `listing failed: ${error.message}`, { transient: true });
    }
  }

  async read(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const folder = this.#folder(layer);
    const job = { type: 'read', folder, layer: layer.layer, fileNames, how } as const;
    const [fileName, ...others] = fileNames;
    if (fileName === undefined) return [];
    try {
      return await (others.length > 0 ? this.#pool.run(job) : this.#pool.runTwice(job));
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      if (others.length > 0) return this.#readHalves(layer, fileNames, how);
      const path = localFileSource.join(folder, fileName);
      const stamp = await localFileSource.stat(path).catch(() => unreadable);
      return [{ fileName, stamp, row: rowOfEnded(error) }];
    }
  }

  /** Bisects to find the file that ended a worker. */
  async #readHalves(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const halves = [0, 1].map((half) => fileNames.filter((_, i) => i % 2 === half));
    return (await Promise.all(halves.map((names) => this.read(layer, names, how)))).flat();
  }

  #folder(layer: LayerFolder): string {
    return localFileSource.join(this.#path, layer.name);
  }
}

/** The row of a file that ended threads. Rethrows any other error. */
export function rowOfEnded(error: unknown): NeuronRow {
  if (!(error instanceof WorkerEnded)) throw error;
  return failedRow(new Error(`reading failed: ${error.message}`));
}

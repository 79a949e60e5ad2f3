import type { Checker } from '../check/checkDirectory.ts';
import { type FileCheck, fileProblem } from '../check/checkFile.ts';
import { localFileSource } from '../files/localFileSource.ts';
import type { LayerFolder } from '../format/directories.ts';
import { WorkerEnded, type WorkerPool } from './workerPool.ts';

/** Checks the files of a directory of the disk, by worker threads. */
export class PoolChecker implements Checker {
  readonly #pool: WorkerPool;
  readonly #path: string;

  constructor(pool: WorkerPool, path: string) {
    this.#pool = pool;
    this.#path = path;
  }

  get parallel(): number {
    return 2 * this.#pool.size;
  }

  async check(layer: LayerFolder, fileNames: readonly string[]): Promise<readonly FileCheck[]> {
    const folder = localFileSource.join(this.#path, layer.name);
    const job = { type: 'check', folder, layer: layer.layer, fileNames } as const;
    const isAlone = fileNames.length === 1;
    try {
      return await (isAlone ? this.#pool.runTwice(job) : this.#pool.run(job));
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      if (isAlone) return [checkOfEnded(error)];
      // One by one, to find the file over which the thread came to an end.
      const each: FileCheck[] = [];
      for (const name of fileNames) each.push(...(await this.check(layer, [name])));
      return each;
    }
  }
}

/** What is said of a file over which threads came to an end. Throws any other error again. */
export function checkOfEnded(error: unknown): FileCheck {
  if (!(error instanceof WorkerEnded)) throw error;
  return fileProblem('unreadable', `Check failed: ${error.message}.`);
}

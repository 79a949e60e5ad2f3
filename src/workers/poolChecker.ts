import type { Checker } from '../check/checkDirectory.ts';
import { type FileCheck, fileProblem } from '../check/checkFile.ts';
import { WorkerEnded, type WorkerPool } from './workerPool.ts';

/** Checks the files of a directory on disk in worker threads. */
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

  async check(keys: readonly string[]): Promise<readonly FileCheck[]> {
    const job = { type: 'check', directory: this.#path, keys } as const;
    const isAlone = keys.length === 1;
    try {
      return await (isAlone ? this.#pool.runTwice(job) : this.#pool.run(job));
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      if (isAlone) return [checkOfEnded(error)];
      // One at a time, to find the file that ended the thread.
      const each: FileCheck[] = [];
      for (const key of keys) each.push(...(await this.check([key])));
      return each;
    }
  }
}

/** The result for a file that ended threads. Rethrows any other error. */
export function checkOfEnded(error: unknown): FileCheck {
  if (!(error instanceof WorkerEnded)) throw error;
  return fileProblem('unreadable', `Check failed: ${error.message}.`);
}

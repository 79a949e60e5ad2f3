import { join } from 'node:path';
import { WorkerPool } from '../../../../src/indexing/workerPool.ts';

/** What a worker is started with; any file will do for one that does not scan. */
const options = { scanner: join(import.meta.dirname, 'pool.ts') };

/** A pool of the worker as it is, run as TypeScript. */
export const workerPool = () =>
  new WorkerPool(new URL('../../../../src/indexing/worker.ts', import.meta.url), options);

/** One of a script of the tests. */
export const poolOf = (script: string) => new WorkerPool(new URL(script, import.meta.url), options);

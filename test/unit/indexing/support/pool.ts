import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Job } from '../../../../src/indexing/messages.ts';
import { type PoolLimits, WorkerPool } from '../../../../src/indexing/workerPool.ts';

const dist = join(import.meta.dirname, '../../../../dist');

/** A pool of the worker as it is built. */
export const workerPool = (limits?: PoolLimits) =>
  new WorkerPool(
    join(dist, 'worker.mjs'),
    { scanner: join(dist, 'scanner.wasm') },
    () => undefined,
    limits,
  );

/** One whose workers run this text. */
export const poolOf = (
  script: string,
  onEnd?: (reason: string, job: Job | undefined) => void,
  limits?: PoolLimits,
) =>
  new WorkerPool(
    new URL(`data:text/javascript,${encodeURIComponent(script)}`),
    { scanner: pathToFileURL(dist).href },
    onEnd,
    limits,
  );

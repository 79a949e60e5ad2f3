import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  AnswersTo,
  CatalogAnswers,
  CatalogJob,
  Job,
} from '../../../../src/workers/messages.ts';
import { type PoolLimits, WorkerPool } from '../../../../src/workers/workerPool.ts';

const dist = join(import.meta.dirname, '../../../../dist');

/** A pool of the worker as it is built. */
export const workerPool = <
  J extends Job = CatalogJob,
  A extends AnswersTo<J> = CatalogAnswers & AnswersTo<J>,
>(
  limits?: PoolLimits,
) =>
  new WorkerPool<J, A>(
    { script: join(dist, 'worker.mjs'), scanner: join(dist, 'scanner.wasm') },
    () => undefined,
    limits,
  );

/** One whose workers run this text. */
export const poolOf = <
  J extends Job = CatalogJob,
  A extends AnswersTo<J> = CatalogAnswers & AnswersTo<J>,
>(
  script: string,
  onEnd?: (reason: string, job: J | undefined) => void,
  limits?: PoolLimits,
) =>
  new WorkerPool<J, A>(
    {
      script: new URL(`data:text/javascript,${encodeURIComponent(script)}`),
      scanner: pathToFileURL(dist).href,
    },
    onEnd,
    limits,
  );

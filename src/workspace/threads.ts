import { disk } from '#platform/disk.ts';
import { threadScript } from '#platform/threads.ts';
import * as vscode from 'vscode';
import type { AnswersTo, CatalogJob, Job } from '../workers/messages.ts';
import { type PoolLimits, WorkerPool } from '../workers/workerPool.ts';
import { log } from './tell.ts';

/**
 * A pool of worker threads. Logs each thread that exits unexpectedly, with its job. Another thread
 * retries the job. A file that ends both is reported as unreadable.
 */
export function threadPool<J extends Job, A extends AnswersTo<J>>(
  extensionUri: vscode.Uri,
  describe: (job: J) => string,
  limits?: PoolLimits,
): WorkerPool<J, A> {
  const file = (name: string) => {
    const uri = vscode.Uri.joinPath(extensionUri, 'dist', name);
    return disk ? uri.fsPath : uri.toString();
  };
  const program = { script: file(threadScript), scanner: file('scanner.wasm') };
  const onEnd = (reason: string, job: J | undefined) =>
    log.warn(`A worker thread ended: ${reason}${job ? ` while ${describe(job)}` : ''}`);
  return new WorkerPool(program, onEnd, limits);
}

/**
 * For jobs that a user waits for: one thread, which caches what it decoded and restarts if one file
 * takes too long.
 */
export const forPages: PoolLimits = { size: 1, idleTime: 600_000, longestJob: 30_000 };

/** The files or the type of a job, for the log. */
export function describeCatalogJob(job: CatalogJob): string {
  switch (job.type) {
    case 'list':
      return `listing layer ${job.layerKey} of ${job.directory}`;
    case 'read':
    case 'check': {
      const [first = ''] = job.keys;
      const { length } = job.keys;
      return `processing ${length === 1 ? first : `${length} files`} in ${job.directory}`;
    }
    case 'decodeRow':
    case 'checkBytes':
      return `running a “${job.type}” job`;
  }
}

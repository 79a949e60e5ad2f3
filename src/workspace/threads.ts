import * as vscode from 'vscode';
import type { Job } from '../indexing/messages.ts';
import { type PoolLimits, WorkerPool } from '../indexing/workerPool.ts';
import { log } from './log.ts';

/** A pool of the extension's worker threads. It logs each that ends by itself. */
export function threadPool(extensionUri: vscode.Uri, limits?: PoolLimits): WorkerPool {
  const path = (...names: string[]) => vscode.Uri.joinPath(extensionUri, ...names).fsPath;
  const options = { scanner: path('dist', 'scanner.wasm') };
  return new WorkerPool(path('dist', 'worker.mjs'), options, logEnd, limits);
}

/**
 * What a person waits for: one thread, which keeps what it has decoded, and starts anew rather than
 * let one file hold up all others.
 */
export const forPages: PoolLimits = { size: 1, idleTime: 600_000, longestJob: 30_000 };

/** Another thread takes its place. A file that does it to both is called unreadable. */
function logEnd(reason: string, job: Job | undefined): void {
  log.warn(`A worker thread ended: ${reason}${job ? over(job) : ''}`);
}

function over(job: Job): string {
  switch (job.type) {
    case 'list':
      return `, listing ${job.folder}`;
    case 'read':
    case 'check': {
      const [first = ''] = job.fileNames;
      const { length } = job.fileNames;
      return `, at ${length === 1 ? first : `${length} files`} of ${job.folder}`;
    }
    case 'open':
    case 'sibling':
      return `, at ${job.file.path}`;
    case 'page':
    case 'tokens':
    case 'analysis':
    case 'rows':
    case 'decodeRow':
    case 'checkBytes':
      return `, at a job “${job.type}”`;
  }
}

import { localFileSource } from './platform/node/localFileSource.ts';
import { startWorker } from './startWorker.ts';
import { runDiskJob } from './workers/diskJobs.ts';

// The entry point of a worker thread in Node.
await startWorker({ source: localFileSource, run: runDiskJob });

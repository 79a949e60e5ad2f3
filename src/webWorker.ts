import { startWorker } from './startWorker.ts';

// The entry point of a Web Worker. An error ends it only if it is reported.
startWorker().catch(reportError);

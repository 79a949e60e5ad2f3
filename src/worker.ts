import { FileScanner } from './catalog/scan/fileScanner.ts';
import { FileError } from './files/fileSource.ts';
import { startOptions } from './platform/threads.ts';
import { localFileSource } from './platform/localFileSource.ts';
import { answerJobs } from './workers/answerJobs.ts';
import { runCatalogJob } from './workers/localFiles.ts';
import type { CatalogJob, WorkerOptions } from './workers/messages.ts';
import { DecodedNeurons, type NeuronJob } from './neuron/host/neuronJobs.ts';

// The entry point of a worker thread.
const { scanner: path } = startOptions as WorkerOptions;
const wasm = await localFileSource.readFile(path);
if (!wasm) throw new FileError(path, 'no such file');
// If this V8 lacks some of its instructions, the slower decoder is used.
const scanner = await FileScanner.create(wasm).catch(() => undefined);
const neurons = new DecodedNeurons(localFileSource);

answerJobs((job: CatalogJob | NeuronJob) => {
  switch (job.type) {
    case 'open':
    case 'close':
    case 'page':
    case 'distribution':
    case 'find':
    case 'analysis':
    case 'activations':
    case 'rows':
    case 'relatedData':
      return neurons.run(job);
    case 'list':
    case 'read':
    case 'check':
    case 'decodeRow':
    case 'checkBytes':
      return runCatalogJob(job, scanner);
  }
});

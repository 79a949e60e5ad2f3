import { FileScanner } from './catalog/scan/fileScanner.ts';
import type { FileSource } from './files/fileSource.ts';
import { DecodedNeurons, type NeuronJob } from './neuron/host/neuronJobs.ts';
import { scannerBytes } from '#platform/thisThread.ts';
import { answerJobs } from './workers/answerJobs.ts';
import { runBytesJob } from './workers/bytesJobs.ts';
import type { CatalogAnswers, CatalogJob, DiskJob } from './workers/messages.ts';

/** How a thread reads the disk. */
export interface ThreadDisk {
  readonly source: FileSource;
  run(job: DiskJob, scanner: FileScanner | undefined): CatalogAnswers[DiskJob['type']];
}

/** Answers all jobs in this worker thread. Without a disk, the host sends the bytes of files. */
export async function startWorker(disk?: ThreadDisk): Promise<void> {
  // If this JavaScript engine lacks some of its instructions, the slower decoder is used.
  const scanner = await FileScanner.create(await scannerBytes()).catch(() => undefined);
  const neurons = new DecodedNeurons(disk?.source);
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
      case 'decodeRow':
      case 'checkBytes':
        return runBytesJob(job, scanner);
      case 'list':
      case 'read':
      case 'check':
        if (!disk) throw new Error(`no disk for a “${job.type}” job`);
        return disk.run(job, scanner);
    }
  });
}

import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from '../check/checkFile.ts';
import { FileScanner } from '../catalog/fileScanner.ts';
import { decodeRow } from '../catalog/neuronRow.ts';
import { FileError } from '../files/fileSource.ts';
import { localFileSource } from '../files/localFileSource.ts';
import { FormatError } from '../format/errors.ts';
import { NeuronDesk } from '../neuron/neuronJobs.ts';
import { NotOpenError } from '../neuron/notOpen.ts';
import { checkLocal, listFolder, readExact, readProvisional } from './localFiles.ts';
import type { Answers, Job, Request, Response, WorkerOptions } from './messages.ts';

// The entry of a worker thread: answers one job after the other.
const { scanner: path } = workerData as WorkerOptions;
// Where this V8 does not know all of its instructions, the decoder does the same, slower.
const scanner = await FileScanner.create(readFileSync(path)).catch(() => undefined);

const desk = new NeuronDesk(localFileSource);

parentPort!.on('message', ({ id, job }: Request) => {
  void answer(id, job).then((response) => parentPort!.postMessage(response));
});

async function answer(id: number, job: Job): Promise<Response> {
  try {
    return { id, ok: await run(job) };
  } catch (error) {
    if (error instanceof FileError) {
      return { id, fileError: { path: error.path, reason: error.reason } };
    }
    if (error instanceof FormatError) {
      const { reason, file, offset, code } = error;
      return { id, formatError: { reason, file, offset, code } };
    }
    if (error instanceof NotOpenError) return { id, notOpen: error.key };
    return { id, error: String(error) };
  }
}

function run(job: Job): Answers[Job['type']] | Promise<Answers[Job['type']]> {
  switch (job.type) {
    case 'list':
      return listFolder(job.folder);
    case 'check':
      return job.fileNames.map((name) => checkLocal(job.folder, name, job.layer));
    case 'read':
      return job.fileNames.map((name) =>
        job.how === 'exact'
          ? readExact(job.folder, name, job.layer, scanner)
          : readProvisional(job.folder, name),
      );
    case 'decodeRow':
      return decodeRow(job.bytes, job.place);
    case 'checkBytes':
      return checkFile(job.bytes, job.place);
    case 'open':
    case 'page':
    case 'tokens':
    case 'analysis':
    case 'rows':
    case 'sibling':
      return desk.run(job);
  }
}

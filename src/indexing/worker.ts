import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { FileScanner } from '../catalog/fileScanner.ts';
import { FileError } from '../files/fileSource.ts';
import { checkLocal, listFolder, readExact, readProvisional } from './localFiles.ts';
import type { Answers, Job, Request, Response, WorkerOptions } from './messages.ts';

// The entry of a worker thread: answers one job after the other.
const { scanner: path } = workerData as WorkerOptions;
// Where this V8 does not know all of its instructions, the decoder does the same, slower.
const scanner = await FileScanner.create(readFileSync(path)).catch(() => undefined);

parentPort!.on('message', ({ id, job }: Request) => parentPort!.postMessage(answer(id, job)));

function answer(id: number, job: Job): Response {
  try {
    return { id, ok: run(job) };
  } catch (error) {
    if (!(error instanceof FileError)) return { id, error: String(error) };
    const { path, reason, transient } = error;
    return { id, fileError: { path, reason, transient } };
  }
}

function run(job: Job): Answers[Job['type']] {
  switch (job.type) {
    case 'list':
      return listFolder(job.folder, job.known);
    case 'check':
      return job.fileNames.map((name) => checkLocal(job.folder, name, job.layer));
    case 'read':
      return job.fileNames.map((name) =>
        job.how === 'exact'
          ? readExact(job.folder, name, job.layer, scanner)
          : readProvisional(job.folder, name),
      );
  }
}

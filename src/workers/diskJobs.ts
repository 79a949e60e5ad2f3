import { checkFile } from '../check/checkFile.ts';
import { type FileCheck, fileProblem, tooLargeCheck } from '../check/fileCheck.ts';
import {
  failedReading,
  type FileReading,
  type LayerListing,
  listingDigest,
} from '../catalog/build/catalogReader.ts';
import type { FileScanner } from '../catalog/scan/fileScanner.ts';
import { decodeRow } from '../catalog/rows/decodeRow.ts';
import { failedRow, type NeuronRow } from '../catalog/rows/neuronRow.ts';
import { headSize, provisionalRow, tailSize } from '../catalog/rows/provisionalRow.ts';
import { FileError, largestFile, tooLarge } from '../files/fileSource.ts';
import { openai } from '../dialects/openai/dialect.ts';
import { placeOfKey } from '../dialects/openai/keys.ts';
import { localFileSource } from '../platform/node/localFileSource.ts';
import { listFiles, openFile, type OpenFile } from '../platform/node/syncFiles.ts';
import type { CatalogAnswers, DiskJob } from './messages.ts';

/**
 * The neurons of a layer, with symbolic links followed. Undefined if the listing still has
 * the digest `known`. Throws a `FileError` if it cannot be listed.
 */
export function listLayer(
  directory: string,
  layerKey: string,
  known?: number,
): LayerListing | undefined {
  const keys: string[] = [];
  const sizes: number[] = [];
  const modified: number[] = [];
  const keyOf = (name: string) => `${layerKey}/${name}`;
  const isNeuron = (name: string) => openai.isUnit(keyOf(name));
  const folder = localFileSource.join(directory, openai.pathOf(layerKey));
  listFiles(folder, isNeuron, (name, stamp) => {
    keys.push(keyOf(name));
    sizes.push(stamp.size);
    modified.push(stamp.modified);
  });
  const digest = listingDigest({ keys, sizes, modified });
  if (digest === known) return undefined;
  return {
    keys,
    sizes: Float64Array.from(sizes),
    modified: Float64Array.from(modified),
    digest,
  };
}

/** The exact row of a file, from the scanner or else the decoder. Never throws. */
export function readExact(
  directory: string,
  key: string,
  scanner: FileScanner | undefined,
): FileReading {
  return readRow(directory, key, (file) => {
    if (file.size > largestFile) return failedRow(new FileError(key, tooLarge));
    const place = placeOfKey(key);
    return scanner
      ? scanner.scan(file.read(scanner.buffer(file.size), 0).length, place)
      : decodeRow(wholeFile(file), place);
  });
}

const head = new Uint8Array(headSize);
const tail = new Uint8Array(tailSize);

/** A preliminary row from both ends of a file. Never throws. */
export function readProvisional(directory: string, key: string): FileReading {
  return readRow(directory, key, (file) =>
    provisionalRow(file.read(head, 0), file.read(tail, Math.max(0, file.size - tailSize))),
  );
}

function readRow(
  directory: string,
  key: string,
  read: (file: OpenFile) => NeuronRow | undefined,
): FileReading {
  const opened = openFile(directory, openai.pathOf(key), read);
  if (!opened.stamp) return { key, stamp: undefined, row: undefined };
  const { stamp } = opened;
  return 'error' in opened
    ? failedReading(key, stamp, opened.error)
    : { key, stamp, row: opened.result };
}

/** The problems of a file; none for a deleted one. Never throws. */
export function checkLocal(directory: string, key: string): FileCheck {
  const opened = openFile(directory, openai.pathOf(key), (file) =>
    file.size > largestFile ? tooLargeCheck : checkFile(wholeFile(file), placeOfKey(key)),
  );
  if (!opened.stamp) return { findings: [], counts: {} };
  return 'error' in opened ? fileProblem('unreadable', `${opened.error.reason}.`) : opened.result;
}

function wholeFile(file: OpenFile): Uint8Array {
  return file.read(new Uint8Array(file.size), 0);
}

/** Reads the disk in this thread. Uses the decoder if there is no scanner. Throws a `FileError`. */
export function runDiskJob(
  job: DiskJob,
  scanner: FileScanner | undefined,
): CatalogAnswers[DiskJob['type']] {
  switch (job.type) {
    case 'list':
      return listLayer(job.directory, job.layerKey, job.known);
    case 'check':
      return job.keys.map((key) => checkLocal(job.directory, key));
    case 'read':
      return job.keys.map((key) =>
        job.how === 'exact'
          ? readExact(job.directory, key, scanner)
          : readProvisional(job.directory, key),
      );
  }
}

import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import { sep } from 'node:path';
import { checkFile, type FileCheck, fileProblem, tooLargeCheck } from '../check/checkFile.ts';
import {
  failedReading,
  type FileReading,
  type LayerListing,
  listingDigest,
} from '../catalog/build/catalogReader.ts';
import type { FileScanner } from '../catalog/scan/fileScanner.ts';
import { decodeRow, failedRow, type NeuronRow } from '../catalog/rows/neuronRow.ts';
import { headSize, provisionalRow, tailSize } from '../catalog/rows/provisionalRow.ts';
import {
  FileError,
  type FileStamp,
  largestFile,
  tooLarge,
  unreadable,
} from '../files/fileSource.ts';
import { fileError, isMissing, openFlags, stampOf } from '../platform/localFileSource.ts';
import { openai } from '../dialects/openai/dialect.ts';
import { placeOfKey } from '../dialects/openai/keys.ts';

/**
 * Reads files on disk synchronously in a worker thread: a promise for each of hundreds of thousands
 * of files costs more than reading it.
 */

/** The mode bits that allow reading. */
const forAll = constants.S_IRUSR | constants.S_IRGRP | constants.S_IROTH;

/**
 * The neurons of a layer, with symbolic links followed. Undefined if the listing still has
 * the digest `known`. Throws a `FileError` if it cannot be listed.
 */
export function listLayer(
  directory: string,
  layerKey: string,
  known?: number,
): LayerListing | undefined {
  const folder = directory + sep + openai.pathOf(layerKey);
  const keys: string[] = [];
  const sizes: number[] = [];
  const modified: number[] = [];
  for (const entry of entriesOf(folder)) {
    const key = `${layerKey}/${entry.name}`;
    if (!openai.isUnit(key) || entry.isDirectory()) continue;
    const stamp = stampAt(folder + sep + entry.name);
    if (!stamp) continue;
    keys.push(key);
    sizes.push(stamp.size);
    modified.push(stamp.modified);
  }
  const digest = listingDigest({ keys, sizes, modified });
  if (digest === known) return undefined;
  return {
    keys,
    sizes: Float64Array.from(sizes),
    modified: Float64Array.from(modified),
    digest,
  };
}

/** Undefined for deleted files, broken links, folders and special files. */
function stampAt(path: string): FileStamp | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return undefined;
    // Files that everyone may read need no test.
    if ((found.mode & forAll) !== forAll) closeSync(openSync(path, openFlags));
    return stampOf(found);
  } catch (error) {
    return isMissing(error) ? undefined : unreadable;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fileError(folder, error);
  }
}

/** The exact row of a file, from the scanner or else the decoder. Never throws. */
export function readExact(
  directory: string,
  key: string,
  scanner: FileScanner | undefined,
): FileReading {
  return withFile(directory, key, (file, size) => {
    if (size > largestFile) return failedRow(new FileError(key, tooLarge));
    const place = placeOfKey(key);
    if (scanner) return scanner.scan(readAll(file, scanner.buffer(size), size), place);
    const bytes = new Uint8Array(size);
    return decodeRow(bytes.subarray(0, readAll(file, bytes, size)), place);
  });
}

/** A preliminary row from both ends of a file. Never throws. */
export function readProvisional(directory: string, key: string): FileReading {
  return withFile(directory, key, (file, size) => {
    const tailStart = Math.max(0, size - tailSize);
    return provisionalRow(readPart(file, 0, head), readPart(file, tailStart, tail));
  });
}

/** The problems of a file; none for a deleted one. Never throws. */
export function checkLocal(directory: string, key: string): FileCheck {
  const path = directory + sep + openai.pathOf(key);
  let file: number | undefined;
  try {
    file = openSync(path, openFlags);
    const { size } = fstatSync(file);
    if (size > largestFile) return tooLargeCheck;
    const bytes = new Uint8Array(size);
    const length = readAll(file, bytes, size);
    return checkFile(bytes.subarray(0, length), placeOfKey(key));
  } catch (error) {
    if (isMissing(error)) return { findings: [], counts: {} };
    return fileProblem('unreadable', `${fileError(path, error).reason}.`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const head = new Uint8Array(headSize);
const tail = new Uint8Array(tailSize);

function withFile(
  directory: string,
  key: string,
  read: (file: number, size: number) => NeuronRow | undefined,
): FileReading {
  const none: FileReading = { key, stamp: undefined, row: undefined };
  const path = directory + sep + openai.pathOf(key);
  let file: number | undefined;
  let stamp = unreadable;
  try {
    file = openSync(path, openFlags);
    const found = fstatSync(file);
    if (!found.isFile()) return none;
    // The stamp from before reading: if the file changes meanwhile, the stamp differs and it is
    // read again.
    stamp = stampOf(found);
    return { key, stamp, row: read(file, found.size) };
  } catch (error) {
    if (isMissing(error) || (file === undefined && isNoFile(path))) return none;
    return failedReading(key, stamp, fileError(path, error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Returns the number of bytes read. */
/** Whether this is a folder or the like, which may not even be opened. */
function isNoFile(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}

function readAll(file: number, into: Uint8Array, size: number): number {
  let length = 0;
  while (length < size) {
    const count = readSync(file, into, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return length;
}

function readPart(file: number, from: number, into: Uint8Array): Uint8Array {
  return into.subarray(0, readSync(file, into, 0, into.length, from));
}

import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { sep } from 'node:path';
import type { FileReading, LayerListing } from '../catalog/catalogReader.ts';
import type { FileScanner } from '../catalog/fileScanner.ts';
import { failedRow, type NeuronRow } from '../catalog/neuronRow.ts';
import { headSize, provisionalRow, tailSize } from '../catalog/provisionalRow.ts';
import { FileError } from '../files/fileSource.ts';
import { fileError, isMissing, stampOf } from '../files/localFileSource.ts';
import { isNeuronFileName } from '../format/directories.ts';

/**
 * Files of the disk, read by a thread that has nothing else to do: without waiting, since a promise for each of hundreds of thousands
 * costs more than the reading.
 */

/** Beyond it a file is not read for the catalog: a neuron's is a thousandth of that. */
const largestFile = 512 * 1024 * 1024;

/** The neuron files of a folder, symbolic links followed. Throws a `FileError` where it cannot be listed. */
export function listFolder(folder: string): LayerListing {
  const names: string[] = [];
  const sizes: number[] = [];
  const modified: number[] = [];
  for (const entry of entriesOf(folder)) {
    if (!isNeuronFileName(entry.name) || entry.isDirectory()) continue;
    const found = statSync(folder + sep + entry.name, { throwIfNoEntry: false });
    // What went meanwhile, or a link that leads nowhere or to a folder.
    if (!found?.isFile()) continue;
    const stamp = stampOf(found);
    names.push(entry.name);
    sizes.push(stamp.size);
    modified.push(stamp.modified);
  }
  return { names, sizes: Float64Array.from(sizes), modified: Float64Array.from(modified) };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fileError(folder, error);
  }
}

/** The exact row of a file. Never throws. */
export function readExact(
  folder: string,
  fileName: string,
  layer: number,
  scanner: FileScanner,
): FileReading {
  return withFile(folder, fileName, (file, size) => {
    if (size > largestFile)
      return failedRow(
        new FileError(fileName, 'it is larger than 512 MiB, too large for a neuron'),
      );
    const length = readAll(file, scanner.buffer(size), size);
    return scanner.scan(length, { layer, neuron: parseInt(fileName, 10) });
  });
}

/** A row from the ends of a file. Never throws. */
export function readProvisional(folder: string, fileName: string): FileReading {
  return withFile(folder, fileName, (file, size) => {
    const tailStart = Math.max(0, size - tailSize);
    return provisionalRow(readPart(file, 0, head), readPart(file, tailStart, tail));
  });
}

const head = new Uint8Array(headSize);
const tail = new Uint8Array(tailSize);

function withFile(
  folder: string,
  fileName: string,
  read: (file: number, size: number) => NeuronRow | undefined,
): FileReading {
  let file: number | undefined;
  let before: Stats | undefined;
  try {
    file = openSync(folder + sep + fileName, 'r');
    before = fstatSync(file);
    // Of before the reading: where the file is written to meanwhile, it is another one by that, and is read again.
    return { fileName, stamp: stampOf(before), row: read(file, before.size) };
  } catch (error) {
    if (isMissing(error)) return { fileName, stamp: undefined, row: undefined };
    const stamp = before ?? statSync(folder + sep + fileName, { throwIfNoEntry: false });
    return {
      fileName,
      stamp: stamp && stampOf(stamp),
      row: failedRow(fileError(folder + sep + fileName, error)),
    };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** How many bytes there were. */
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

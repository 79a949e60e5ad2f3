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
import { type FileError, type FileStamp, unreadable } from '../../files/fileSource.ts';
import { fileError, isMissing, openFlags, stampOf } from './localFileSource.ts';

/**
 * Reads the disk synchronously, for worker threads: a promise for each of hundreds of thousands of
 * files costs more than reading it.
 */

/** An open file. */
export interface OpenFile {
  /** In bytes. */
  readonly size: number;
  /** Fills `into` from a position on, and returns the part that the file had bytes for. */
  read(into: Uint8Array, position: number): Uint8Array;
}

/** What a file gave. No stamp if it does not exist, or is a folder or special file. */
export type Opened<T> =
  | { readonly stamp: undefined }
  | { readonly stamp: FileStamp; readonly result: T }
  | { readonly stamp: FileStamp; readonly error: FileError };

/** Opens the file at a path in a folder for `read`, which may throw. Never throws itself. */
export function openFile<T>(folder: string, below: string, read: (file: OpenFile) => T): Opened<T> {
  const path = folder + sep + below;
  let file: number | undefined;
  let stamp = unreadable;
  try {
    file = openSync(path, openFlags);
    const found = fstatSync(file);
    if (!found.isFile()) return { stamp: undefined };
    // The stamp from before reading: if the file changes meanwhile, the stamp differs and it is
    // read again.
    stamp = stampOf(found);
    const { size } = found;
    const open = file;
    const result = read({ size, read: (into, position) => fill(open, into, position, size) });
    return { stamp, result };
  } catch (error) {
    if (isMissing(error) || (file === undefined && isNoFile(path))) return { stamp: undefined };
    return { stamp, error: fileError(path, error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Whether this is a folder or special file. Some cannot even be opened. */
function isNoFile(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}

function fill(file: number, into: Uint8Array, position: number, size: number): Uint8Array {
  const end = Math.min(into.length, size - position);
  let length = 0;
  while (length < end) {
    const count = readSync(file, into, length, end - length, position + length);
    if (count === 0) break;
    length += count;
  }
  return into.subarray(0, length);
}

/**
 * Calls `note` for each file of a folder with a wanted name, symbolic links followed. Throws a
 * `FileError` if the folder cannot be listed.
 */
export function listFiles(
  folder: string,
  isWanted: (name: string) => boolean,
  note: (name: string, stamp: FileStamp) => void,
): void {
  for (const entry of entriesOf(folder)) {
    if (!isWanted(entry.name) || entry.isDirectory()) continue;
    const stamp = stampAt(folder + sep + entry.name);
    if (stamp) note(entry.name, stamp);
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fileError(folder, error);
  }
}

/** The mode bits that allow reading. */
const forAll = constants.S_IRUSR | constants.S_IRGRP | constants.S_IROTH;

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

import { visible } from '../text/display.ts';

/** How the library reads files in any place. Paths are opaque: only the source joins them. */
export interface FileSource {
  /**
   * The whole file; undefined if it does not exist. Rejects with a `FileError` if it cannot be
   * read.
   */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /**
   * The entries of a folder, unordered, symbolic links followed. Rejects with a `FileError` if
   * there is no such folder.
   */
  readDirectory(path: string): Promise<DirectoryEntry[]>;
  /**
   * As `readFile`, with a part of the file or only one version of it. Absent for sources that only
   * read whole files.
   */
  readPart?(path: string, options?: ReadOptions): Promise<FilePart | undefined>;
  /** `readFile` rejects files over `largestFile` itself, so that it needs no `stat` before it. */
  readonly isBounded?: true;
  /** Undefined if there is no such file. Rejects with a `FileError` if that is unknown. */
  stat(path: string): Promise<FileStamp | undefined>;
  /** The path of a folder with symbolic links resolved. Absent for sources without links. */
  realPath?(path: string): Promise<string>;
  /** Its paths are those of the disk, so that worker threads can read the files themselves. */
  readonly onDisk?: true;
  /**
   * Requests take time and can cost money, so files are only read on demand. Its folders are only
   * parts of names. Has `readPart`, and listings with stamps.
   */
  readonly isRemote?: true;
  join(folder: string, ...names: string[]): string;
}

export interface ReadOptions {
  /** The first byte, and the end after the last one; to the end of the file without it. */
  readonly range?: { readonly start: number; readonly end?: number } | undefined;
  /** The version to read. Rejects with a `FileError` if the file has another. */
  readonly version?: string | undefined;
  readonly signal?: AbortSignal;
  /** Gives way to what a person waits for. */
  readonly inBackground?: boolean;
}

/** What was read of a file, and the stamp of the whole file. */
export interface FilePart {
  readonly bytes: Uint8Array;
  readonly stamp: FileStamp;
  /** All bytes, where a part was asked for and only the whole file could be read. */
  readonly whole?: Uint8Array;
}

/** Detects changes of a file. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** The time of its modification in microseconds since 1970; 0 if it is unknown. */
  readonly modified: number;
  /** A store's name of the version. */
  readonly version?: string;
}

/** The stamp of an unreadable file. Never equal to a real one. */
export const unreadable: FileStamp = { size: -1, modified: 0 };

/** Whether they can be of the same file unchanged. Compares only what is known of both. */
export function sameStamp(a: FileStamp, b: FileStamp): boolean {
  // A store can tell the size and time of one version in several ways. Saved stamps have none.
  if (a.version && b.version) return a.version === b.version;
  // Rows of a published catalog have no time.
  const sameTime = !a.modified || !b.modified || a.modified === b.modified;
  return a.size === b.size && sameTime;
}

/**
 * The size limit in bytes. A neuron file is a thousandth of it, and JavaScript strings end near it.
 */
export const largestFile = 512 * 1024 * 1024;

/**
 * Reads a whole file, as `readFile` does. `options` only count for a source that reads parts.
 * Rejects with a `FileError` before reading one that is too large for a neuron.
 */
export async function readBounded(
  source: FileSource,
  path: string,
  options?: Pick<ReadOptions, 'inBackground'>,
): Promise<Uint8Array | undefined> {
  if (options && source.readPart) return (await source.readPart(path, options))?.bytes;
  const stamp = source.isBounded ? undefined : await source.stat(path);
  if (stamp && stamp.size > largestFile) throw new FileError(path, tooLarge);
  return source.readFile(path);
}

export const tooLarge = 'it is larger than 512 MiB, the limit for a neuron file';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
  /** That of a file, where a listing contains it. */
  readonly stamp?: FileStamp;
}

export interface FileErrorOptions extends ErrorOptions {
  /** Whether a retry may succeed without a change to the file. Defaults to false. */
  readonly transient?: boolean;
  readonly remedy?: Remedy | undefined;
}

/** What may help: a sign-in or a key for the store, or the address of a file in the folder. */
export type Remedy = 'access' | 'fileAddress';

/** A file or folder that cannot be read. The message names it and says why. */
export class FileError extends Error {
  readonly path: string;
  readonly reason: string;
  /**
   * The disk, the network or the system failed: worth a retry. False for permissions and contents.
   */
  readonly transient: boolean;
  readonly remedy: Remedy | undefined;

  constructor(path: string, reason: string, options: FileErrorOptions = {}) {
    super(visible(`${path}: ${reason}`), options);
    this.name = 'FileError';
    this.path = path;
    this.reason = visible(reason);
    this.transient = options.transient ?? false;
    this.remedy = options.remedy;
  }
}

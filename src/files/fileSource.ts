import { visible } from '../text/visible.ts';

/** How the library reads files, wherever they are. Paths are the source's own: it joins them, nobody else takes them apart. */
export interface FileSource {
  /** The whole file, or undefined where there is none. Rejects with a `FileError` where there is one that cannot be read. */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** What a folder holds, in no order, symbolic links followed. Rejects with a `FileError` where there is no such folder. */
  readDirectory(path: string): Promise<DirectoryEntry[]>;
  /** Undefined where there is no such file. Rejects with a `FileError` where it cannot be told. */
  stat(path: string): Promise<FileStamp | undefined>;
  /** Where a folder is once its symbolic links are followed. Absent where there are none. */
  realPath?(path: string): Promise<string>;
  join(folder: string, ...names: string[]): string;
}

/** A file's size in bytes and when it was last written, in microseconds since 1970: what tells whether it is another one. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
}

/** That of a file that is there, and of which nothing can be told, or that may not be read: no other file has it. */
export const unreadable: FileStamp = { size: -1, modified: 0 };

export function sameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.modified === b.modified;
}

/** Beyond it, in bytes, a file is not read: a neuron's is a thousandth of that, and JavaScript holds no longer text. */
export const largestFile = 512 * 1024 * 1024;

/** A whole file, as `readFile` gives it; rejects with a `FileError` before one is read that is too large for a neuron. */
export async function readBounded(
  source: FileSource,
  path: string,
): Promise<Uint8Array | undefined> {
  const stamp = await source.stat(path);
  if (stamp && stamp.size > largestFile) throw new FileError(path, tooLarge);
  return source.readFile(path);
}

export const tooLarge = 'it is larger than 512 MiB, the limit for a neuron file';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

export interface FileErrorOptions extends ErrorOptions {
  /** Whether a retry may succeed without a change to the file; false if not given. */
  readonly transient?: boolean;
}

/** A file or folder that cannot be read; the message names it and says why. */
export class FileError extends Error {
  readonly path: string;
  readonly reason: string;
  /**
   * The disk, the network or the system failed: worth a retry. Permissions and contents are not.
   */
  readonly transient: boolean;

  constructor(path: string, reason: string, options: FileErrorOptions = {}) {
    super(visible(`${path}: ${reason}`), options);
    this.name = 'FileError';
    this.path = path;
    this.reason = visible(reason);
    this.transient = options.transient ?? false;
  }
}

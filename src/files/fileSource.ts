/** How the library reads files, wherever they are. Paths are the source's own: it joins them, nobody else takes them apart. */
export interface FileSource {
  /** The whole file, or undefined where there is none. Rejects with a `FileError` where there is one that cannot be read. */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** What a folder holds, in no order, symbolic links followed. Rejects with a `FileError` where there is no such folder. */
  readDirectory(path: string): Promise<DirectoryEntry[]>;
  /** Undefined where there is no such file. Rejects with a `FileError` where it cannot be told. */
  stat(path: string): Promise<FileStamp | undefined>;
  join(folder: string, ...names: string[]): string;
}

/** A file's size in bytes and when it was last written, in microseconds since 1970: what tells whether it is another one. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** A file or folder that cannot be read; the message names it and says why. */
export class FileError extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.name = 'FileError';
    this.path = path;
    this.reason = reason;
  }
}

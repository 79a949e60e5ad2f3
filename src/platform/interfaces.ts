import type { Disposable, Uri } from 'vscode';
import type { FileSource } from '../files/fileSource.ts';

/**
 * What Node and the browser each implement, in `node/` and `web/`. An import of `#platform/…` is
 * that of the program's platform: see “imports” in `package.json`.
 */

/** The disk of this machine. A browser has none. */
export interface Disk {
  readonly source: FileSource;
  /** The path for an absolute path or one in the home folder; undefined for any other. */
  pathOf(text: string): string | undefined;
  /** Writes a file completely or not at all, and its folder if there is none. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** The files in a folder, which need not exist. */
  folder(path: string): OwnFolder;
}

/** A folder of files that the extension keeps for itself, by name. */
export interface OwnFolder {
  /** Undefined if there is no such file. Rejects with a `FileError` if it cannot be read. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file completely or not at all. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Removes what interrupted writes left. */
  tidy(): Promise<void>;
}

/** The sample that ships with the extension, until it is disposed. */
export interface Sample extends Pick<Disposable, 'dispose'> {
  /** The explanation directory. */
  readonly uri: Uri;
}

/** The files of a worker thread's program: paths on the disk, in a browser URIs. */
export interface ThreadProgram {
  /** Its entry point. */
  readonly script: string | URL;
  /** The compiled scanner, as WebAssembly. */
  readonly scanner: string;
}

export interface ThreadEvents {
  readonly onMessage: (message: unknown) => void;
  /** It ended by itself or was stopped. */
  readonly onEnd: (reason: string) => void;
}

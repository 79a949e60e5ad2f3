import {
  FileError,
  type FilePart,
  type FileSource,
  type FileStamp,
  readBounded,
  sameStamp,
} from '../../files/fileSource.ts';

/** A file with the stamp of one of its versions. */
export interface StampedFile {
  readonly path: string;
  readonly stamp: FileStamp;
}

/** The file was changed or deleted after it had this stamp. */
export class ChangedFile extends Error {}

/** One version of a file, of which parts are read. */
export interface FileVersion {
  readonly size: number;
  /**
   * The bytes from `start` to before `end`. Rejects with `ChangedFile` if there is another version
   * by now.
   */
  read(start: number, end: number): Promise<Uint8Array>;
}

/**
 * Opens a file in the background lane. Sources that only read whole files do so here. Rejects with
 * `ChangedFile` if it does not exist, and with a `FileError` if it cannot be read.
 */
export async function openVersion(
  source: FileSource,
  { path, stamp }: StampedFile,
  signal?: AbortSignal,
): Promise<FileVersion> {
  if (!source.readPart) {
    const whole = await readBounded(source, path);
    signal?.throwIfAborted();
    if (!whole) throw new ChangedFile();
    return {
      size: whole.length,
      read: (start, end) => Promise.resolve(whole.subarray(start, end)),
    };
  }
  return {
    size: stamp.size,
    async read(start, end) {
      const part = await readPart(source, { path, stamp }, { start, end }, signal);
      const { bytes } = part;
      if (bytes.length === end - start) return bytes;
      throw new FileError(
        path,
        `expected ${end - start} bytes from ${start}, found ${bytes.length}`,
      );
    },
  };
}

async function readPart(
  source: FileSource,
  { path, stamp }: StampedFile,
  range: { start: number; end: number },
  signal?: AbortSignal,
): Promise<FilePart> {
  const { version } = stamp;
  const options = { range, version, inBackground: true, ...(signal && { signal }) };
  try {
    const part = await source.readPart!(path, options);
    if (part && isVersion(part.stamp, stamp)) return part;
  } catch (error) {
    // The source refuses another version, and may refuse for other reasons.
    const refused = error instanceof FileError && !error.transient && version !== undefined;
    if (!refused) throw error;
    const now = await stampOf(source, path, signal);
    if (now && isVersion(now, stamp)) throw error;
  }
  throw new ChangedFile();
}

/** The present stamp, and the first bytes, by a ranged read; undefined if there is no such file. */
export async function readHead(
  source: FileSource,
  path: string,
  length: number,
  signal?: AbortSignal,
): Promise<FilePart | undefined> {
  const range = { start: 0, end: length };
  return source.readPart!(path, { range, ...(signal && { signal }) });
}

/** The present stamp of a file; undefined if there is none. */
export async function stampOf(
  source: FileSource,
  path: string,
  signal?: AbortSignal,
): Promise<FileStamp | undefined> {
  // Not `stat`: a signature may allow to read a file and nothing else.
  return source.readPart ? (await readHead(source, path, 1, signal))?.stamp : source.stat(path);
}

/** The times of a listing and of a file can have different precisions. */
function isVersion(found: FileStamp, expected: FileStamp): boolean {
  return found.version && expected.version
    ? found.version === expected.version && found.size === expected.size
    : sameStamp(found, expected);
}

import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DirectoryEntry,
  FileError,
  type FileSource,
  type FileStamp,
} from '../../files/fileSource.ts';

/** Files on disk, by path. Fast: no messages to another process, no copies. */
export const localFileSource: FileSource = {
  async readFile(path) {
    try {
      const file = await open(path, openFlags);
      try {
        const found = await file.stat();
        if (!found.isFile() && !found.isDirectory()) throw new FileError(path, 'it is not a file');
        return await file.readFile();
      } finally {
        await file.close();
      }
    } catch (error) {
      if (error instanceof FileError) throw error;
      if (isMissing(error)) return undefined;
      throw fileError(path, error);
    }
  },

  async readDirectory(path) {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      const found: DirectoryEntry[] = [];
      // No promise per entry: a layer can have hundreds of thousands.
      for (const entry of entries) {
        const known = entry.isSymbolicLink()
          ? await followed(path, entry.name)
          : toEntry(entry.name, entry);
        if (known) found.push(known);
      }
      return found;
    } catch (error) {
      throw fileError(path, error);
    }
  },

  async stat(path) {
    try {
      return stampOf(await stat(path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw fileError(path, error);
    }
  },

  realPath: (path) => realpath(path),
  join,
  onDisk: true,
};

/** Opens a file for reading without waiting for a writer if it is a pipe. */
export const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export function stampOf({ size, mtimeMs }: { size: number; mtimeMs: number }): FileStamp {
  return { size, modified: Math.round(mtimeMs * 1000) };
}

/** A broken link counts as missing. A link that cannot be followed counts as an unreadable file. */
async function followed(folder: string, name: string): Promise<DirectoryEntry | undefined> {
  try {
    return toEntry(name, await stat(join(folder, name)));
  } catch (error) {
    return isMissing(error) ? undefined : { name, kind: 'file' };
  }
}

function toEntry(
  name: string,
  of: { isFile(): boolean; isDirectory(): boolean },
): DirectoryEntry | undefined {
  if (of.isDirectory()) return { name, kind: 'directory' };
  return of.isFile() ? { name, kind: 'file' } : undefined;
}

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'its path is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
};

/** Failures that may pass without a change to the file: busy, overloaded or unreachable. */
const transientReasons: Record<string, string> = {
  EIO: 'the disk reported an error',
  EBUSY: 'it is in use',
  EAGAIN: 'it is not available right now',
  ESTALE: 'the network drive reported a stale handle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this computer',
  ENOMEM: 'not enough memory',
  ETIMEDOUT: 'the disk does not respond',
  ENOTCONN: 'the drive is not connected',
  ENODEV: 'the drive is not connected',
  EHOSTDOWN: 'the network drive does not respond',
  EHOSTUNREACH: 'the network drive does not respond',
};

/** Translates a system error to a readable one. */
export function fileError(path: string, error: unknown): FileError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = reasons[code] ?? transientReasons[code] ?? message;
  return new FileError(path, reason, { cause: error, transient: code in transientReasons });
}

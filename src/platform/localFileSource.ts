import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DirectoryEntry,
  FileError,
  type FileSource,
  type FileStamp,
} from '../files/fileSource.ts';
import { fileError, isMissing } from './diskErrors.ts';

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

import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** The suffix of files that are being written. */
export const unfinished = '.writing';

/**
 * Writes a file on disk completely or not at all. Other windows may write the same file: each uses
 * its own temporary name, and the last write wins. Follows links and keeps permissions.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => undefined);
  const temporary = `${target}.${crypto.randomUUID()}${unfinished}`;
  try {
    await writeFile(temporary, bytes, { flush: true, ...(before && { mode: before.mode }) });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

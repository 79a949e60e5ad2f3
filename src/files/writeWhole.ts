import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** What the name of a file ends in that is being written. */
export const unfinished = '.writing';

/**
 * Writes a file of the disk: whole, or not at all. Another window may write the same file at the same time: each has a name of its own, and
 * the last one stays. Where a link leads to a file, that one is written; who may read it stays as it was.
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

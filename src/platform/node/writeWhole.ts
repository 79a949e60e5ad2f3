import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The suffix of files that are being written. */
const unfinished = '.writing';

/** An unfinished file that is older than this, in milliseconds, has been abandoned. */
const abandonedAfter = 3600_000;

/**
 * Writes a file on disk completely or not at all, and its folder if there is none. Other windows
 * may write the same file: each uses its own temporary name, and the last write wins. Follows links
 * and keeps permissions.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
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

/** Removes what interrupted writes left in a folder. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(unfinished))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedAfter) await rm(path, { force: true });
  }
}

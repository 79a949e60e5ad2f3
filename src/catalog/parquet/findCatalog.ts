import { type DirectoryEntry, FileError, type FileSource } from '../../files/fileSource.ts';
import { readHead, type StampedFile } from './fileVersion.ts';
import { magic } from './readFooter.ts';

const single = 'catalog.parquet';
const folder = 'catalog';

/**
 * The files of the catalog that is published in a directory, beside the layers: `catalog.parquet`,
 * or else all of `catalog/*.parquet`, without names that begin with a dot or an underscore. Empty
 * if there is none. Costs at most two requests to a store: two listings, or a failed one and the
 * first bytes of `catalog.parquet`. Rejects with a `FileError` if that is unknown.
 */
export async function findPublishedCatalog(
  source: FileSource,
  directoryPath: string,
): Promise<readonly StampedFile[]> {
  const entries = await list(source, directoryPath);
  if (!entries) return probe(source, source.join(directoryPath, single));
  const found = entries.filter(({ kind, name }) => kind === 'file' && name === single);
  if (found.length > 0) return stamped(source, directoryPath, found);
  if (!entries.some(({ kind, name }) => kind === 'directory' && name === folder)) return [];
  const path = source.join(directoryPath, folder);
  const parts = (await source.readDirectory(path)).filter(isPart);
  return stamped(
    source,
    path,
    parts.sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

function isPart({ kind, name }: DirectoryEntry): boolean {
  return kind === 'file' && /^[^._].*\.parquet$/.test(name);
}

/** Undefined if the folder cannot be listed. */
async function list(source: FileSource, path: string): Promise<DirectoryEntry[] | undefined> {
  try {
    return await source.readDirectory(path);
  } catch (error) {
    return notThere(error);
  }
}

/** Where nothing can be listed. Some servers have a page for any address. */
async function probe(source: FileSource, path: string): Promise<StampedFile[]> {
  if (!source.readPart) return [];
  try {
    const head = await readHead(source, path, magic.length);
    return head && new TextDecoder().decode(head.bytes) === magic
      ? [{ path, stamp: head.stamp }]
      : [];
  } catch (error) {
    // Some stores refuse a file that does not exist.
    return notThere(error) ?? [];
  }
}

/** Throws errors that may pass. */
function notThere(error: unknown): undefined {
  if (error instanceof FileError && !error.transient) return undefined;
  throw error;
}

/** With the stamps of the listing, or else of each file. */
async function stamped(
  source: FileSource,
  path: string,
  entries: readonly DirectoryEntry[],
): Promise<StampedFile[]> {
  const files: StampedFile[] = [];
  for (const { name, stamp } of entries) {
    const file = source.join(path, name);
    const known = stamp ?? (await source.stat(file));
    if (known) files.push({ path: file, stamp: known });
  }
  return files;
}

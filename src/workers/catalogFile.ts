import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { readCatalog } from '../catalog/parquet/readCatalog.ts';
import { writeCatalog } from '../catalog/parquet/writeCatalog.ts';
import { unfinished, writeWhole } from '../platform/writeWhole.ts';

/** A temporary file of ours that is older than this, in milliseconds, has been abandoned. */
const abandonedAfter = 3600_000;

/** The saved catalogs of all directories: one Parquet file each. */
export class CatalogFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The path of a directory's catalog file, which may not exist. */
  async pathOf(directory: ExplanationDirectory): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(directory.uri));
    const name = [...new Uint8Array(digest, 0, 16)].map((b) => b.toString(16).padStart(2, '0'));
    return join(this.#folder, `${name.join('')}.parquet`);
  }

  /**
   * Loads the saved catalog of a directory; false if there is none. Rejects if the file is damaged
   * or has another version. The catalog must then be rebuilt.
   */
  async load(directory: ExplanationDirectory): Promise<boolean> {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(await this.pathOf(directory));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
    await readCatalog(bytes, directory.uri, directory.dialect, directory.catalog);
    return true;
  }

  /** Saves a directory's catalog completely or not at all. Rejects if it cannot be written. */
  async save(directory: ExplanationDirectory): Promise<void> {
    const bytes = await writeCatalog(directory.catalog, directory.uri);
    await mkdir(this.#folder, { recursive: true });
    const path = await this.pathOf(directory);
    await writeWhole(path, bytes);
  }

  /** Removes temporary files of interrupted writes. */
  async tidy(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names.filter((each) => each.endsWith(unfinished))) {
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > abandonedAfter) await rm(path, { force: true });
    }
  }
}

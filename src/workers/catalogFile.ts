import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { localFileSource } from '../platform/localFileSource.ts';
import { removeUnfinished, writeWhole } from '../platform/writeWhole.ts';

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
    return localFileSource.join(this.#folder, `${name.join('')}.parquet`);
  }

  /**
   * Loads the saved catalog of a directory; false if there is none. Rejects if the file is damaged
   * or has another version. The catalog must then be rebuilt.
   */
  async load(directory: ExplanationDirectory): Promise<boolean> {
    const bytes = await localFileSource.readFile(await this.pathOf(directory));
    if (!bytes) return false;
    const { readCatalog } = await import('../catalog/parquet/readCatalog.ts');
    await readCatalog(bytes, directory.uri, directory.dialect, directory.catalog);
    return true;
  }

  /** Saves a directory's catalog completely or not at all. Rejects if it cannot be written. */
  async save(directory: ExplanationDirectory): Promise<void> {
    const { writeCatalog } = await import('../catalog/parquet/writeCatalog.ts');
    const bytes = await writeCatalog(directory.catalog, directory.uri);
    await writeWhole(await this.pathOf(directory), bytes);
  }

  /** Removes temporary files of interrupted writes. */
  tidy(): Promise<void> {
    return removeUnfinished(this.#folder);
  }
}

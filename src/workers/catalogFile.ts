import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { OwnFolder } from '../platform/interfaces.ts';

/** The saved catalogs of all directories: one Parquet file each. */
export class CatalogFiles {
  readonly #folder: OwnFolder;

  constructor(folder: OwnFolder) {
    this.#folder = folder;
  }

  /** The name of a directory's catalog file, which may not exist. */
  async nameOf(directory: ExplanationDirectory): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(directory.uri));
    const name = [...new Uint8Array(digest, 0, 16)].map((b) => b.toString(16).padStart(2, '0'));
    return `${name.join('')}.parquet`;
  }

  /**
   * Loads the saved catalog of a directory; false if there is none. Rejects if the file is damaged
   * or has another version. The catalog must then be rebuilt.
   */
  async load(directory: ExplanationDirectory): Promise<boolean> {
    const bytes = await this.#folder.read(await this.nameOf(directory));
    if (!bytes) return false;
    const { readCatalog } = await import('../catalog/parquet/readCatalog.ts');
    await readCatalog(bytes, directory.uri, directory.dialect, directory.catalog);
    return true;
  }

  /** Saves a directory's catalog completely or not at all. Rejects if it cannot be written. */
  async save(directory: ExplanationDirectory): Promise<void> {
    const { writeCatalog } = await import('../catalog/parquet/writeCatalog.ts');
    const bytes = await writeCatalog(directory.catalog, directory.uri);
    await this.#folder.write(await this.nameOf(directory), bytes);
  }

  /** Removes temporary files of interrupted writes. */
  tidy(): Promise<void> {
    return this.#folder.tidy();
  }
}

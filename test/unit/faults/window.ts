import { pathToFileURL } from 'node:url';
import {
  type CatalogReader,
  failedReading,
  type FileReading,
  type LayerListing,
} from '../../../src/catalog/build/catalogReader.ts';
import type { Catalog } from '../../../src/catalog/rows/catalog.ts';
import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { folderOnDisk } from '../../../src/platform/node/disk.ts';
import { fileError, localFileSource } from '../../../src/platform/node/localFileSource.ts';
import type { Group } from '../../../src/model/unit.ts';
import { CatalogFiles } from '../../../src/workers/catalogFile.ts';
import { PoolFiles } from '../../../src/workers/poolFiles.ts';
import type { WorkerPool } from '../../../src/workers/workerPool.ts';
import { CatalogKeeper } from '../../../src/workspace/catalogKeeper.ts';

/** One window of VS Code on a directory of the disk, without the window. */
export class Window {
  readonly directory: ExplanationDirectory;
  readonly keeper: CatalogKeeper;
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  /** `refuses`: folders and files that the disk refuses now, by path below `root`. */
  constructor(
    root: string,
    storage: string,
    pool: WorkerPool,
    refuses: (path: string) => boolean = () => false,
  ) {
    this.directory = new ExplanationDirectory(
      pathToFileURL(root).href,
      localFileSource,
      root,
      openai,
    );
    this.keeper = new CatalogKeeper(
      this.directory,
      new RefusingReader(new PoolFiles(pool, localFileSource, root), refuses),
      new CatalogFiles(folderOnDisk(storage)),
      {
        changed: () => undefined,
        idle: () => undefined,
        saving: () => undefined,
        log: {
          debug: () => undefined,
          info: () => undefined,
          warn: (text: string) => void this.warnings.push(text),
          error: (text: string) => void this.errors.push(text),
        },
      },
    );
  }

  /** Reads all files again, like the refresh command, until nothing is pending. */
  async refresh(): Promise<void> {
    await this.keeper.refresh();
    await this.keeper.finished();
  }

  /** Compares with the disk, as is done periodically, until nothing is pending. */
  async compare(): Promise<void> {
    // What is under way may be of before; the next round would find it.
    await this.keeper.finished();
    await this.keeper.compare(() => false);
    await this.keeper.finished();
  }

  /** All that the catalog says, to be held against what another says. */
  get contents(): unknown {
    return contentsOf(this.directory.catalog);
  }
}

/** A reader of a disk that refuses some of its files for now. */
class RefusingReader implements CatalogReader {
  readonly #reader: CatalogReader;
  readonly #refuses: (path: string) => boolean;

  constructor(reader: CatalogReader, refuses: (path: string) => boolean) {
    this.#reader = reader;
    this.#refuses = refuses;
  }

  get parallel(): number {
    return this.#reader.parallel;
  }

  async list(layer: Group, known?: number): Promise<LayerListing | undefined> {
    if (this.#refuses(layer.key)) throw refused(layer.key);
    return this.#reader.list(layer, known);
  }

  async read(
    layer: Group,
    keys: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const readings = await this.#reader.read(layer, keys, how);
    return readings.map((reading) =>
      reading.stamp && this.#refuses(reading.key)
        ? failedReading(reading.key, reading.stamp, refused(reading.key))
        : reading,
    );
  }
}

const refused = (path: string) =>
  fileError(path, Object.assign(new Error('ESTALE'), { code: 'ESTALE' }));

export function contentsOf(catalog: Catalog): Record<string, unknown> {
  const all = [...catalog.inOrder()].map((id) => [
    catalog.key(id),
    { state: catalog.state(id), stamp: catalog.stamp(id), row: catalog.row(id) },
  ]);
  return {
    layers: catalog.layers.map(({ key }) => key),
    ...(Object.fromEntries(all) as Record<string, unknown>),
  };
}

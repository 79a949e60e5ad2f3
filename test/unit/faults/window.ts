import { pathToFileURL } from 'node:url';
import {
  type CatalogReader,
  failedReading,
  type FileReading,
  type LayerListing,
} from '../../../src/catalog/build/catalogReader.ts';
import type { Catalog } from '../../../src/catalog/rows/catalog.ts';
import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { fileError, localFileSource } from '../../../src/files/localFileSource.ts';
import type { LayerFolder } from '../../../src/format/directories.ts';
import { CatalogFiles } from '../../../src/workers/catalogFile.ts';
import { PoolReader } from '../../../src/workers/poolReader.ts';
import type { WorkerPool } from '../../../src/workers/workerPool.ts';
import { CatalogKeeper } from '../../../src/workspace/catalogKeeper.ts';

/** One window of VS Code on a directory of the disk, without the window. */
export class Window {
  readonly directory: ExplanationDirectory;
  readonly keeper: CatalogKeeper;
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  /** `refuses` says which folders and files the disk refuses for now, by their paths below `root`. */
  constructor(
    root: string,
    storage: string,
    pool: WorkerPool,
    refuses: (path: string) => boolean = () => false,
  ) {
    this.directory = new ExplanationDirectory(pathToFileURL(root).href, localFileSource, root);
    this.keeper = new CatalogKeeper(
      this.directory,
      new RefusingReader(new PoolReader(pool, root), refuses),
      new CatalogFiles(storage),
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

  /** Looks at all files again, as the command to refresh does, until there is nothing left to do. */
  async refresh(): Promise<void> {
    await this.keeper.refresh();
    await this.keeper.finished();
  }

  /** Compares all with the disk, as is done from time to time, until there is nothing left to do. */
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

  async list(layer: LayerFolder, known?: number): Promise<LayerListing | undefined> {
    if (this.#refuses(layer.name)) throw refused(layer.name);
    return this.#reader.list(layer, known);
  }

  async read(
    layer: LayerFolder,
    fileNames: readonly string[],
    how: 'exact' | 'provisional',
  ): Promise<readonly FileReading[]> {
    const readings = await this.#reader.read(layer, fileNames, how);
    return readings.map((reading) => {
      const path = `${layer.name}/${reading.fileName}`;
      return reading.stamp && this.#refuses(path)
        ? failedReading(reading.fileName, reading.stamp, refused(path))
        : reading;
    });
  }
}

const refused = (path: string) =>
  fileError(path, Object.assign(new Error('ESTALE'), { code: 'ESTALE' }));

export function contentsOf(catalog: Catalog): Record<string, unknown> {
  const all = [...catalog.inOrder()].map((id) => [
    `${catalog.layer(id).name}/${catalog.file(id).name}`,
    { state: catalog.state(id), stamp: catalog.stamp(id), row: catalog.row(id) },
  ]);
  return {
    layers: catalog.layers.map(({ name }) => name),
    ...(Object.fromEntries(all) as Record<string, unknown>),
  };
}

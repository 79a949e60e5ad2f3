import { pathToFileURL } from 'node:url';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { ExplanationDirectory } from '../../../src/catalog/explanationDirectory.ts';
import { localFileSource } from '../../../src/files/localFileSource.ts';
import { CatalogFiles } from '../../../src/indexing/catalogFile.ts';
import { PoolReader } from '../../../src/indexing/poolReader.ts';
import type { WorkerPool } from '../../../src/indexing/workerPool.ts';
import { CatalogKeeper } from '../../../src/workspace/catalogKeeper.ts';

/** One window of VS Code on a directory of the disk, without the window. */
export class Window {
  readonly directory: ExplanationDirectory;
  readonly keeper: CatalogKeeper;
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  constructor(root: string, storage: string, pool: WorkerPool) {
    this.directory = new ExplanationDirectory(pathToFileURL(root).href, localFileSource, root);
    this.keeper = new CatalogKeeper(
      this.directory,
      new PoolReader(pool, root),
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
  async settle(): Promise<void> {
    this.directory.changed();
    await this.keeper.refresh();
    await this.keeper.finished();
  }

  /** All that the catalog says, to be held against what another says. */
  get contents(): unknown {
    return contentsOf(this.directory.catalog);
  }
}

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

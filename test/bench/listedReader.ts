import type { Catalog } from '../../src/catalog/rows/catalog.ts';
import type { CatalogReader, LayerListing } from '../../src/catalog/build/catalogReader.ts';
import type { FileSource } from '../../src/files/fileSource.ts';

/** A directory whose files are only listed, and one changed: no disk here has so many files. */
export class ListedFiles {
  readonly reader: CatalogReader;
  readonly source: FileSource;
  readonly #listings = new Map<string, LayerListing>();

  constructor(catalog: Catalog) {
    for (const { key } of catalog.layers) this.#listings.set(key, listingOf(catalog, key));
    const [first] = this.#listings.values();
    if (first) (first.modified as Float64Array)[0]! += 1;
    const nothing = () => Promise.resolve(undefined);
    const names = [...this.#listings.keys()];
    this.source = {
      readFile: nothing,
      stat: nothing,
      readDirectory: () =>
        Promise.resolve(names.map((name) => ({ name, kind: 'directory' as const }))),
      join: (...parts) => parts.join('/'),
    };
    this.reader = {
      parallel: 4,
      list: ({ key }) => Promise.resolve(this.#listings.get(key)!),
      read: (_, keys) =>
        Promise.resolve(
          keys.map((key) => ({
            key,
            stamp: { size: 1, modified: 1 },
            row: { explanations: [], failure: undefined, problems: [], problemCount: 0 },
          })),
        ),
    };
  }
}

function listingOf(catalog: Catalog, layerKey: string): LayerListing {
  const ids = [...catalog.neuronsOf(layerKey)];
  return {
    keys: ids.map((id) => catalog.key(id)),
    sizes: Float64Array.from(ids, (id) => catalog.stamp(id).size),
    modified: Float64Array.from(ids, (id) => catalog.stamp(id).modified),
  };
}

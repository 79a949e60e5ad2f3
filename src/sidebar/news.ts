import type { Catalog } from '../catalog/rows/catalog.ts';

/** What a user has seen of a directory. Saved with the workspace. */
export interface Seen {
  /** The time of the latest file, in microseconds. */
  readonly newest: number;
  readonly count: number;
  /** The number of unreadable files. */
  readonly failed: number;
}

/** How much a directory has that was not seen: new or changed files, and unreadable ones. */
export interface News {
  readonly changed: number;
  readonly failed: number;
}

interface LayerNews extends News {
  readonly newest: number;
  readonly failedAll: number;
}

interface Cached {
  readonly version: number | undefined;
  readonly since: number;
  readonly news: LayerNews;
}
const cache = new WeakMap<Catalog, Map<string, Cached>>();

/** All that a catalog has. */
export function seenOf(catalog: Catalog): Seen {
  const layers = catalog.layers.map(({ key }) => layerNews(catalog, key));
  return {
    newest: Math.max(0, ...layers.map(({ newest }) => newest)),
    count: catalog.size,
    failed: sum(layers, 'failedAll'),
  };
}

/**
 * What a catalog has that was not seen. Files with older times than those seen, such as copied
 * ones, are counted by their number.
 */
export function newsSince(catalog: Catalog, seen: Seen): News {
  const layers = catalog.layers.map(({ key }) => layerNews(catalog, key, seen.newest));
  return {
    changed: Math.max(sum(layers, 'changed'), catalog.size - seen.count),
    failed: Math.max(sum(layers, 'failed'), sum(layers, 'failedAll') - seen.failed),
  };
}

/** Cached until the layer changes: a directory may have hundreds of thousands of files. */
function layerNews(catalog: Catalog, layerKey: string, since?: number): LayerNews {
  const ofCatalog = cache.get(catalog) ?? new Map<string, Cached>();
  cache.set(catalog, ofCatalog);
  const version = catalog.versionOf(layerKey);
  const known = ofCatalog.get(layerKey);
  if (known && known.version === version && (since ?? known.since) === known.since)
    return known.news;
  const from = since ?? known?.since ?? Infinity;
  let [newest, failedAll, changed, failed] = [0, 0, 0, 0];
  for (const id of catalog.neuronsOf(layerKey)) {
    const modified = catalog.modified(id);
    const hasFailed = catalog.failed(id);
    if (modified > newest) newest = modified;
    if (hasFailed) failedAll++;
    if (!(modified > from)) continue;
    changed++;
    if (hasFailed) failed++;
  }
  const news = { newest, failedAll, changed, failed };
  ofCatalog.set(layerKey, { version, since: from, news });
  return news;
}

function sum<Name extends string>(all: readonly Record<Name, number>[], name: Name): number {
  return all.reduce((total, each) => total + each[name], 0);
}

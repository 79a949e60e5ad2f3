import type { Catalog } from '../../catalog/rows/catalog.ts';
import { Slices } from '../../catalog/slices.ts';
import type { KnownDirectory } from '../../workspace/directories.ts';
import type { DirectorySummary } from '../contract/contract.ts';
import { neuronsOf } from './neurons.ts';
import { Tally } from './summary.ts';

type Numbers = Pick<DirectorySummary, 'totals' | 'modified'>;

interface Cached extends Numbers {
  readonly version: number;
}
const cache = new WeakMap<Catalog, Cached>();

type Named = Pick<KnownDirectory, 'directory' | 'name'>;

/** Names of directories, with the numbers last counted. */
export function knownSummaries(directories: readonly Named[]): readonly DirectorySummary[] {
  return directories.map(({ directory: { uri, catalog }, name }) => {
    const { totals, modified } = cache.get(catalog) ?? { totals: null, modified: null };
    return { uri, name, totals, modified };
  });
}

/** Summaries of directories, each cached until its catalog changes. */
export async function summarizeDirectories(
  directories: readonly Named[],
): Promise<readonly DirectorySummary[]> {
  const slices = new Slices();
  const summaries: DirectorySummary[] = [];
  for (const { directory, name } of directories) {
    const { totals, modified } = await numbersOf(directory.catalog, slices);
    summaries.push({ uri: directory.uri, name, totals, modified });
  }
  return summaries;
}

async function numbersOf(catalog: Catalog, slices: Slices): Promise<Numbers> {
  const { version } = catalog;
  const known = cache.get(catalog);
  if (known?.version === version) return known;
  const { ids, layers } = await neuronsOf(catalog, undefined, slices);
  const tally = new Tally(catalog, ids.length);
  let newest = -Infinity;
  for (const { start, end } of layers) {
    for (let at = start; at < end; at++) {
      const id = ids[at]!;
      tally.add(id);
      const modified = catalog.modified(id);
      if (modified > newest) newest = modified;
    }
    if (slices.due) await slices.rest();
  }
  const modified = newest === -Infinity ? null : newest / 1000;
  const numbers = { version, totals: tally.totals(), modified };
  cache.set(catalog, numbers);
  return numbers;
}

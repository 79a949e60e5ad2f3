import { join } from 'node:path';
import { benchFolder } from '../data/folder.ts';
import { madeUpEntries, manyRows } from '../data/rows.ts';
import { ensureWide, wideRows } from '../data/wide.ts';
import { type Measure, type Sample, timed } from '../measure.ts';
import { memoryOf } from '../memory.ts';
import { duckdbParquet } from '../peers/duckdb.ts';
import { includesPass } from '../peers/includes.ts';
import { changedFile } from './changed.ts';
import type { CatalogUnderTest } from './needs.ts';
import { searchSample } from './search.ts';

/** An open catalog of 48 × 6,400 neurons. `module` is the path of one that exports `catalog`. */
export function openMeasures(catalog: CatalogUnderTest, module: string): Measure[] {
  const heap = (folder: string) => () =>
    memoryOf('heap', { module, name: 'openCatalog', args: [folder] });
  return [
    {
      name: 'open',
      unit: 'ms',
      must: 1.5,
      aim: 0.5,
      runs: 5,
      warmUps: 1,
      prepare: async () => {
        const folder = ensureWide();
        const parquet = await catalog.storeCatalog(folder);
        return { sample: openSample(catalog, folder), peer: duckdbParquet(parquet, wideRows) };
      },
    },
    {
      name: 'search',
      unit: 'ms',
      must: 1.5,
      aim: 1,
      prepare: async () => {
        const folder = ensureWide();
        await catalog.storeCatalog(folder);
        const open = await catalog.openCatalog(folder);
        const close = () => open.close();
        return { sample: searchSample(open), peer: includesPass(open.texts()), close };
      },
    },
    {
      name: 'changed file',
      unit: 'ms',
      must: 3,
      aim: 1.5,
      prepare: () => changedFile(catalog, ensureWide()),
    },
    {
      name: 'heap of the open catalog',
      unit: 'MB',
      must: 150,
      aim: 80,
      runs: 3,
      warmUps: 0,
      prepare: async () => {
        const folder = ensureWide();
        await catalog.storeCatalog(folder);
        return { sample: heap(folder) };
      },
    },
    tenfold('open, ten times the rows', 'ms', (folder) => openSample(catalog, folder)),
    tenfold('search, ten times the rows', 'ms', async (folder) => {
      return searchSample(await catalog.openCatalog(folder));
    }),
    tenfold(
      'changed file, ten times the rows',
      'ms',
      (folder) => () => catalog.findChangedListed(folder),
    ),
    tenfold('heap, ten times the rows', 'MB', heap),
  ];

  /** Cost must not grow faster than the rows: compared with ten times that of a tenth of them. */
  function tenfold(
    name: string,
    unit: Measure['unit'],
    sampleOf: (folder: string) => Sample | Promise<Sample>,
  ): Measure {
    const prepare = async () => {
      const [many, few] = [join(benchFolder, 'many'), join(benchFolder, 'few')];
      await catalog.storeEntries(many, madeUpEntries(manyRows));
      await catalog.storeEntries(few, madeUpEntries(wideRows));
      const [sample, tenth] = [await sampleOf(many), await sampleOf(few)];
      const peer = async () => (manyRows / wideRows) * (await tenth());
      return { sample, peer: { name: 'ten times the same at 307,200 rows', sample: peer } };
    };
    return { name, unit, must: 1, runs: 3, warmUps: 1, prepare };
  }
}

function openSample(catalog: CatalogUnderTest, folder: string): Sample {
  return async () => {
    let open: Awaited<ReturnType<CatalogUnderTest['openCatalog']>> | undefined;
    const time = await timed(async () => {
      open = await catalog.openCatalog(folder);
      await open.search('violence');
    })();
    await open?.close();
    return time;
  };
}

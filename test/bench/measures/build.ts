import { countFull, ensureFull, fullSize } from '../data/full.ts';
import { ensureWide } from '../data/wide.ts';
import { type Measure, type Peer, timed } from '../measure.ts';
import { idlePeak, memoryOf } from '../memory.ts';
import { duckdbJson } from '../peers/duckdb.ts';
import { pythonLoads } from '../peers/python.ts';
import { rg } from '../peers/rg.ts';
import { simdjson } from '../peers/simdjson.ts';
import type { CatalogUnderTest } from './needs.ts';

const files = fullSize.layers * fullSize.neurons;

/** Builds 4 × 1,000 neurons of about 300 KB. `module` is the path of one that exports `catalog`. */
export function buildMeasures(catalog: CatalogUnderTest, module: string): Measure[] {
  const against = (
    name: string,
    run: (folder: string) => Promise<number>,
    peer: (folder: string, expected: number) => Peer,
    limits: Pick<Measure, 'must' | 'aim' | 'runs' | 'warmUps'>,
    expectedOfRun = countFull,
  ): Measure => ({
    name,
    unit: 'ms',
    ...limits,
    prepare: () => {
      const [folder, expected] = [ensureFull(), countFull()];
      return { sample: timed(() => run(folder), expectedOfRun()), peer: peer(folder, expected) };
    },
  });
  const { buildCatalog, provisionalAnswers } = catalog;
  return [
    against('build against rg', buildCatalog, rg, { must: 1.8, aim: 1.2 }),
    against('build against simdjson', buildCatalog, (folder) => simdjson(folder, files), {
      runs: 5,
    }),
    against('build against DuckDB', buildCatalog, duckdbJson, { must: 0.2, aim: 0.1, runs: 5 }),
    against('build against Python', buildCatalog, pythonLoads, {
      must: 1 / 30,
      aim: 1 / 60,
      runs: 3,
      warmUps: 0,
    }),
    against('provisional answers', provisionalAnswers, rg, { must: 0.6, aim: 0.35 }, () => files),
    {
      name: 'delay of the event loop (p99)',
      unit: 'ms',
      must: 50,
      runs: 3,
      warmUps: 0,
      prepare: () => {
        const folder = ensureWide();
        return { sample: () => catalog.delayWhileBuilding(folder) };
      },
    },
    {
      name: 'memory of the build',
      unit: 'MB',
      must: 250,
      aim: 120,
      runs: 5,
      warmUps: 1,
      prepare: () => {
        const call = { module, name: 'buildCatalog', args: [ensureFull()] };
        return { sample: async () => (await memoryOf('peak', call)) - (await idlePeak()) };
      },
    },
  ];
}

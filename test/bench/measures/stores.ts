import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { ensureWide, wideRows, wideSize } from '../data/wide.ts';
import { type Measure, type Sample, timed } from '../measure.ts';
import { memoryOf } from '../memory.ts';
import { storeLatency, StoreUnderTest, storeNeurons } from '../storeUnderTest.ts';
import type { CatalogUnderTest } from './needs.ts';

/** A store that answers 30 ms late, with 3,000 neurons. `module` also exports `declaredRange`. */
export function storeMeasures(catalog: CatalogUnderTest, module: string): readonly Measure[] {
  const inStore = (
    limits: Pick<Measure, 'name' | 'unit' | 'must' | 'aim'>,
    samplesOf: (store: StoreUnderTest) => {
      sample: Sample;
      peer?: { name: string; sample: Sample };
    },
  ): Measure => ({
    runs: 3,
    warmUps: 1,
    ...limits,
    prepare: async () => {
      const store = await StoreUnderTest.start();
      return { ...samplesOf(store), close: () => store.close() };
    },
  });
  return [
    inStore(
      { name: 'layers of a store, beyond those of the disk', unit: 'ms', must: 4, aim: 2 },
      (store) => ({
        sample: async () => {
          const folder = ensureWide();
          const onDisk = new ExplanationDirectory('file:///wide', localFileSource, folder, openai);
          const own = await timed(() => store.directory().layers())();
          return own - (await timed(() => onDisk.layers())());
        },
        peer: { name: 'a round trip', sample: () => Promise.resolve(storeLatency) },
      }),
    ),
    inStore({ name: 'catalog of a store', unit: 'ms', must: 2, aim: 1.11 }, (store) => ({
      sample: timed(() => store.complete()),
      peer: {
        name: 'the same GETs by fetch, 64 in flight',
        sample: timed(() => store.plainGets()),
      },
    })),
    inStore(
      { name: 'requests of the catalog, of the number of files', unit: '%', must: 102, aim: 100 },
      (store) => ({
        sample: async () => {
          store.traffic.requests = 0;
          await store.complete();
          return (100 * store.traffic.requests) / storeNeurons;
        },
      }),
    ),
    inStore({ name: 'bytes of first answers, of all', unit: '%', must: 8, aim: 4 }, (store) => ({
      sample: async () => {
        store.traffic.bytes = 0;
        await store.firstAnswers();
        return (100 * store.traffic.bytes) / (await store.plainGets());
      },
    })),
    inStore(
      { name: 'a neuron of a store while its catalog is read', unit: 'ms', must: 1.3, aim: 1.05 },
      (store) => {
        const paths = (directory: ExplanationDirectory) =>
          Array.from({ length: 9 }, (_, i) =>
            directory.source.join(directory.path, '1', `${i}.jsonl`),
          );
        const read = async (directory: ExplanationDirectory) => {
          const all = paths(directory);
          const start = performance.now();
          for (const path of all) await directory.source.readPart!(path);
          return (performance.now() - start) / all.length;
        };
        return {
          sample: async () => {
            const directory = store.directory();
            const building = store.complete(directory);
            const time = await read(directory);
            await building;
            return time;
          },
          peer: {
            name: 'the same with nothing else going on',
            sample: () => read(store.directory()),
          },
        };
      },
    ),
    inStore(
      {
        name: 'longest delay while the catalog of a store is read',
        unit: 'ms',
        must: 100,
        aim: 50,
      },
      (store) => ({
        sample: () => store.longestDelay(),
      }),
    ),
    {
      name: 'declared range',
      unit: 'ms',
      must: 1,
      aim: 0.2,
      prepare: async () => {
        const folder = ensureWide();
        await catalog.storeCatalog(folder);
        return {
          sample: timed(async () => (await catalog.declaredRange(wideSize)).size, wideRows),
          peer: {
            name: 'a local catalog opened',
            sample: timed(() => catalog.openCatalog(folder)),
          },
        };
      },
    },
    {
      name: 'heap of a declared range',
      unit: 'MB',
      must: 1,
      aim: 0.2,
      runs: 3,
      warmUps: 0,
      prepare: async () => {
        const folder = ensureWide();
        await catalog.storeCatalog(folder);
        const heap = (name: string, argument: unknown) => () =>
          memoryOf('heap', { module, name, args: [argument] as never });
        return {
          sample: heap('declaredRange', wideSize),
          peer: { name: 'that of a local catalog', sample: heap('openCatalog', folder) },
        };
      },
    },
  ];
}

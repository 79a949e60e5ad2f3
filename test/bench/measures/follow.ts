import { runLive } from '../../host/live.ts';
import { ensureWide } from '../data/wide.ts';
import type { Measure } from '../measure.ts';
import type { CatalogUnderTest } from './needs.ts';

/** How the editor follows what happens on the disk. */
export function followMeasures(catalog: CatalogUnderTest): readonly Measure[] {
  return [
    {
      name: 'comparing 307,200 files with the disk, share of a processor',
      unit: '%',
      must: 5,
      aim: 2,
      runs: 1,
      warmUps: 0,
      prepare: async () => {
        const folder = ensureWide();
        await catalog.storeCatalog(folder);
        return { sample: () => catalog.shareOfComparing(folder) };
      },
    },
    {
      name: 'equal to the disk after a writer has stopped',
      unit: 'ms',
      must: 5000,
      aim: 3000,
      runs: 3,
      warmUps: 0,
      prepare: () => {
        let seed = 1;
        const sample = async () => {
          const figures = await runLive(10, seed++);
          if (!figures) throw new Error('What is shown did not become equal to the disk');
          return figures.took;
        };
        return { sample };
      },
    },
  ];
}

import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from '../data/folder.ts';
import { type Subject, timed } from '../measure.ts';
import { findNewer } from '../peers/findNewer.ts';
import type { CatalogUnderTest } from './needs.ts';

/** Finds the one file that was written after the catalog was saved, once it is opened again. */
export async function changedFile(catalog: CatalogUnderTest, folder: string): Promise<Subject> {
  const stamp = join(benchFolder, 'stored');
  const file = join(folder, '17/1234.jsonl');
  await catalog.storeCatalog(folder);
  writeFileSync(stamp, '');
  const later = new Date(statSync(stamp).mtimeMs + 1000);
  utimesSync(file, later, later);
  return {
    sample: async () => {
      const open = await catalog.openCatalog(folder);
      const time = await timed(() => open.findChanged(), 1)();
      await open.close();
      return time;
    },
    peer: findNewer(folder, stamp, 1),
  };
}

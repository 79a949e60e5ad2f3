import { join } from 'node:path';
import { cachedSync, cacheFolder } from '../../host/cache.ts';

/** Raise this with each change of what is generated. */
const version = 1;

/** Where the bench keeps its data, and the catalogs of it. */
export const benchFolder = join(cacheFolder(), 'bench');

/** The folder with some data, made if it is missing. */
export function ensureData(name: string, make: (folder: string) => void): string {
  return cachedSync(join('bench', `${name}-${version}`), (folder) => {
    const start = performance.now();
    make(folder);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.error(`Made the data “${name}” in ${seconds} s, below ${benchFolder}`);
  });
}

import type { Catalog } from './catalog.ts';

/** Runs work that keeps IDs of these catalogs while it waits. See `Catalog.hold`. */
export async function whileHeld<T>(
  catalogs: readonly Catalog[],
  work: () => Promise<T>,
): Promise<T> {
  const releases = catalogs.map((catalog) => catalog.hold());
  try {
    return await work();
  } finally {
    for (const release of releases) release();
  }
}

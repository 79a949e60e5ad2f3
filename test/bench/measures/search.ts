import { quantile, type Sample } from '../measure.ts';
import { queries } from '../queries.ts';
import type { OpenCatalog } from './needs.ts';

/** The time of which 95 % of the queries need less. */
export function searchSample(catalog: OpenCatalog): Sample {
  const asked = queries();
  return async () => {
    const times: number[] = [];
    for (const { text, finds } of asked) {
      const start = performance.now();
      const found = await catalog.search(text);
      times.push(performance.now() - start);
      if (found > 0 !== finds) throw new Error(`${text} has found ${found}`);
    }
    return quantile(times, 0.95);
  };
}

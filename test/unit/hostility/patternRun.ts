import assert from 'node:assert/strict';
import { arrange } from '../../../src/catalog/rows/arrange.ts';
import { countMatches, prepareFilter } from '../../../src/catalog/search/neuronFilter.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { searchExplanations } from '../../../src/catalog/search/search.ts';
import { OverviewData } from '../../../src/overview/host/overviewData.ts';
import { planNeuron, one } from '../../bench/data/plan.ts';
import { randomFrom } from '../../bench/data/choose.ts';
import { Held } from '../../host/held.ts';
import { layerOf } from '../catalog/support/keys.ts';
import { catalogued } from '../catalog/support/searchCatalog.ts';
import { hostilePattern } from './hostilePatterns.ts';

const layer = layerOf('0');
const view = {
  selection: { layers: null, scores: null },
  sort: { column: 'neuron', descending: false },
} as const;

/**
 * Runs patterns that backtrack as a search, a tree filter and an overview filter, which must agree.
 * Returns the longest time that the thread was blocked, in ms, and the pattern.
 */
export async function runHostilePatterns(
  count: number,
  neurons: number,
  seed: number,
): Promise<{ held: number; pattern: string; refused: number }> {
  const directory = catalogued(
    Array.from({ length: neurons }, (_, n) => {
      const { text, score } = planNeuron(n, one).explanations[0]!;
      return [[text, score]] as const;
    }),
  );
  const refs = Array.from({ length: neurons }, (_, n) => directory.refTo(`0/${n}.jsonl`)!);
  const overview = new OverviewData(directory);
  await overview.update();
  await searchExplanations([directory], parseQuery('the'), { limit: 1, sort: 'score' });
  const random = randomFrom(seed);
  const worst = { held: 0, pattern: '', refused: 0 };
  for (let i = 0; i < count; i++) {
    const pattern = `/${hostilePattern(random)}/`;
    const query = parseQuery(pattern);
    if (query.problems.length > 0) worst.refused++;
    const watch = new Held();
    const { total } = await searchExplanations([directory], query, { limit: 9, sort: 'relevance' });
    await prepareFilter(directory, query);
    const counted = countMatches(directory, layer, query);
    const arranged = await arrange(directory, layer, refs, 'index', query);
    const { totals } = await overview.view({ query: pattern, ...view });
    const held = await watch.stop();
    assert.deepEqual(counted, { matching: total, unread: 0 }, pattern);
    assert.equal(arranged.neurons.length, total, pattern);
    assert.equal(totals.neurons, total, pattern);
    if (held > worst.held) Object.assign(worst, { held, pattern });
  }
  return worst;
}

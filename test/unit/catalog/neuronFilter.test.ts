import assert from 'node:assert/strict';
import { countMatches, prepareFilter } from '../../../src/catalog/search/neuronFilter.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { directoryWith, failed, row, unread } from './support/catalog.ts';
import { layerOf } from './support/keys.ts';

const layer = layerOf('0');

describe('the matches of a filter in a layer', () => {
  const rows = [row([0.5, ' Canada'], [0.25, ' months']), row([null, ' CANADA']), failed, unread];

  const counts: [filter: string, matching: number, unread: number][] = [
    ['canada', 2, 1],
    ['months', 1, 1],
    ['canada months', 0, 1],
    ['score:none', 1, 1],
    ['score:0.25', 1, 1],
    ['canada score:<0.3', 0, 1],
    ['/^ canada$/', 2, 1],
    ['neuron:1-3', 3, 0],
    ['layer:1 canada', 0, 0],
    ['dir:run neuron:2', 1, 0],
    ['dir:other canada', 0, 0],
    ['-canada', 1, 1],
  ];
  for (const [filter, matching, left] of counts) {
    it(`is counted for ${filter}`, async () => {
      const { directory } = directoryWith(rows);
      const query = parseQuery(filter);
      await prepareFilter(directory, query);
      const count = countMatches(directory, layer, query);
      assert.deepEqual(count, { matching, unread: left });
    });
  }

  it('is counted again when the layer has changed, and not before', async () => {
    const { directory, catalog } = directoryWith(rows);
    const query = parseQuery('canada');
    await prepareFilter(directory, query);
    const before = countMatches(directory, layer, query);
    assert.equal(countMatches(directory, layer, query), before);
    catalog.set(layer, '0/3.jsonl', { size: 2, modified: 2 }, row([1, ' Canada']), 'exact');
    assert.deepEqual(countMatches(directory, layer, query), { matching: 2, unread: 1 });
    await prepareFilter(directory, query);
    assert.deepEqual(countMatches(directory, layer, query), { matching: 3, unread: 0 });
    assert.equal(countMatches(directory, layerOf('1'), query), undefined);
  });
});

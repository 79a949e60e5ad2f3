import assert from 'node:assert/strict';
import fc from 'fast-check';
import { neuronOrders, type NeuronOrder } from '../../../src/catalog/rows/arrange.ts';
import { arrangeAll } from '../../../src/catalog/rows/arrangeAll.ts';
import { neuronId } from '../../../src/catalog/rows/explanationDirectory.ts';
import { noNote } from '../../../src/catalog/rows/neuronNotes.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { prepareFilter } from '../../../src/catalog/search/neuronFilter.ts';
import { directoryWith, failed, row, unread } from './support/catalog.ts';
import { layerOf } from './support/keys.ts';

/** Layers 3 and 11, with these neurons. */
function twoLayers() {
  const { directory } = directoryWith([row(0.5), unread, row(0.9)], 11);
  directoryWith([row(0.7), failed, row(null), row([0.5, ' ships'])], 3, directory);
  return directory;
}

async function first(limit: number, order: NeuronOrder, filter = '', directory = twoLayers()) {
  const query = filter === '' ? undefined : parseQuery(filter);
  if (query) await prepareFilter(directory, query);
  const { neurons, total } = await arrangeAll(directory, limit, order, query);
  return [neurons.map(({ neuron }) => neuronId(neuron)).join(' '), total] as const;
}

describe('the first neurons of a directory', () => {
  it('are the best of all layers, ties by index, and those without a score last', async () => {
    assert.deepEqual(await first(9, 'score'), ['11:2 3:0 3:3 11:0 3:1 3:2 11:1', 7]);
    assert.deepEqual(await first(3, 'score'), ['11:2 3:0 3:3', 7]);
  });

  it('are in reverse, those without a score last', async () => {
    assert.deepEqual(await first(9, '-score'), ['3:3 11:0 3:0 11:2 3:1 3:2 11:1', 7]);
    assert.deepEqual(await first(3, '-index'), ['11:2 11:1 11:0', 7]);
  });

  it('are in index order', async () => {
    assert.deepEqual(await first(5, 'index'), ['3:0 3:1 3:2 3:3 11:0', 7]);
  });

  it('are the latest files', async () => {
    const directory = twoLayers();
    directory.catalog.list(layerOf('11'), '11/1.jsonl', { size: 1, modified: 9 });
    directory.catalog.list(layerOf('3'), '3/2.jsonl', { size: 1, modified: 5 });
    directory.catalog.addKey(layerOf('3'), '3/9.jsonl');
    assert.deepEqual((await first(9, 'changed', '', directory))[0].split(' ').slice(0, 2), [
      '11:1',
      '3:2',
    ]);
    assert.equal((await first(9, 'changed', '', directory))[0].split(' ').at(-1), '3:9');
  });

  it('are by verdict, right ones first', async () => {
    const directory = twoLayers();
    directory.notes.replace([
      ['3/1.jsonl', { ...noNote, verdict: 'wrong' }],
      ['11/0.jsonl', { ...noNote, verdict: 'right' }],
      ['3/3.jsonl', { ...noNote, verdict: 'partly' }],
    ]);
    assert.deepEqual(await first(4, 'verdict', '', directory), ['11:0 3:3 3:1 3:0', 7]);
  });

  it('match a filter', async () => {
    assert.deepEqual(await first(9, 'score', 'layer:3 score:>0.4'), ['3:0 3:3', 2]);
    assert.deepEqual(await first(9, 'index', 'ships'), ['3:3', 1]);
  });

  it('are those that sorting all of them would give', async () => {
    const scores = fc.array(fc.option(fc.double({ min: -1, max: 1 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        scores,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...neuronOrders),
        async (all, limit, order) => {
          const { directory } = directoryWith(all.map((score) => row(score)));
          const [every] = await first(100, order, '', directory);
          const [some, total] = await first(limit, order, '', directory);
          assert.equal(some, every.split(' ').slice(0, limit).join(' '));
          assert.equal(total, all.length);
        },
      ),
    );
  });
});

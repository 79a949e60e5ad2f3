import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noNote } from '../../../src/catalog/rows/neuronNotes.ts';
import { arrange, type NeuronOrder, neuronOrders } from '../../../src/catalog/rows/arrange.ts';
import { prepareFilter } from '../../../src/catalog/search/neuronFilter.ts';
import type { NeuronRow } from '../../../src/catalog/rows/neuronRow.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { directoryWith, failed, row, unread } from './support/catalog.ts';
import { layerOf } from './support/keys.ts';

const layer = layerOf('0');

/** Neurons `0`, `1`, … with these rows, as the tree shows them: single rows and groups. */
async function arranged(rows: (NeuronRow | typeof unread)[], order: NeuronOrder, filter?: string) {
  const { directory, neurons } = directoryWith(rows);
  const query = filter === undefined ? undefined : parseQuery(filter);
  if (query) await prepareFilter(directory, query);
  const arrangement = await arrange(directory, layer, neurons, order, query);
  const numbers = (list: typeof arrangement.neurons) =>
    list.map(({ neuron }) => neuron.unit.number);
  return [
    numbers(arrangement.neurons),
    Object.fromEntries([...arrangement.groups].map(([name, group]) => [name, numbers(group)])),
  ] as const;
}

describe('neurons are arranged', () => {
  const rows = [row(0.5), unread, failed, row(null), row(0.75), row(NaN), row(), row(-0.5)];

  it('by index, whatever their state', async () => {
    assert.deepEqual(await arranged(rows, 'index'), [[0, 1, 2, 3, 4, 5, 6, 7], {}]);
  });

  it('by score, best first, and without a score in groups', async () => {
    const groups = { unscored: [3, 5, 6], failed: [2], unread: [1] };
    assert.deepEqual(await arranged(rows, 'score'), [[4, 0, 7], groups]);
  });

  it('in reverse, groups still at the end', async () => {
    const groups = { unscored: [3, 5, 6], failed: [2], unread: [1] };
    assert.deepEqual(await arranged(rows, '-score'), [[7, 0, 4], groups]);
    assert.deepEqual(await arranged(rows, '-index'), [[7, 6, 5, 4, 3, 2, 1, 0], {}]);
  });

  it('by index if scores are equal', async () => {
    const rows = [row(0.5), row(0.5), row(0.75), row(0.5)];
    assert.deepEqual((await arranged(rows, 'score'))[0], [2, 0, 1, 3]);
  });

  it('by time modified, latest first, and unknown times in a group', async () => {
    const { directory, neurons, catalog } = directoryWith([row(0.5), row(0.75), failed]);
    catalog.set(layer, '0/1.jsonl', { size: 1, modified: 7 }, row(0), 'exact');
    catalog.addKey(layer, '0/3.jsonl');
    const all = [...neurons, directory.refTo('0/3.jsonl')!];
    const { neurons: shown, groups } = await arrange(directory, layer, all, 'changed', undefined);
    assert.deepEqual(
      shown.map(({ neuron }) => neuron.unit.number),
      [1, 0, 2],
    );
    assert.deepEqual([...groups.keys()], ['unread']);
  });

  it('by verdict, those without one last', async () => {
    const { directory, neurons } = directoryWith([row(0.5), unread, failed, row(0.75)]);
    directory.notes.replace([
      ['0/1.jsonl', { ...noNote, verdict: 'wrong' }],
      ['0/3.jsonl', { ...noNote, verdict: 'right' }],
    ]);
    for (const [order, expected] of [
      ['verdict', [3, 1, 0, 2]],
      ['-verdict', [1, 3, 0, 2]],
    ] as const) {
      const { neurons: shown } = await arrange(directory, layer, neurons, order, undefined);
      assert.deepEqual(
        shown.map(({ neuron }) => neuron.unit.number),
        expected,
      );
    }
  });

  it('without losing one, in any order', async () => {
    const score = fc.option(fc.double({ min: -1, max: 1 }));
    await fc.assert(
      fc.asyncProperty(fc.array(score), fc.constantFrom(...neuronOrders), async (scores, order) => {
        const [shown, groups] = await arranged(
          scores.map((s) => row(s)),
          order,
        );
        const all = [...shown, ...Object.values(groups).flat()];
        assert.deepEqual(
          all.toSorted((a, b) => a - b),
          scores.map((_, n) => n),
        );
      }),
    );
  });

  it('without those that a filter excludes', async () => {
    const some = [row([0.5, ' cities of Canada']), row([0.25, ' months']), failed, unread];
    assert.deepEqual(await arranged(some, 'index', 'canada'), [[0], {}]);
    assert.deepEqual(await arranged(some, 'index', 'score:<0.3'), [[1], {}]);
    assert.deepEqual(await arranged(some, 'score', '-canada'), [[1], {}]);
    assert.deepEqual(await arranged(some, 'index', 'canada score:<0.3'), [[], {}]);
  });

  it('with those that a filter can match by ID alone, even if pending', async () => {
    const some = [row(0.5), failed, unread, unread];
    assert.deepEqual(await arranged(some, 'index', 'neuron:0-2'), [[0, 1, 2], {}]);
    const groups = { failed: [1], unread: [2, 3] };
    assert.deepEqual(await arranged(some, 'score', 'layer:0'), [[0], groups]);
  });

  it('by the best explanation that matches a filter', async () => {
    const twice = row([0.75, ' months'], [0.25, ' cities of Canada'], [0, ' Canada']);
    const { directory, neurons, catalog } = directoryWith([twice, row([0.5, ' Canada'])]);
    const query = parseQuery('canada');
    await prepareFilter(directory, query);
    const { neurons: shown } = await arrange(directory, layer, neurons, 'score', query);
    assert.deepEqual(
      shown.map(({ neuron, explanation: id }) => [
        neuron.unit.number,
        catalog.explanations.get(id!).text,
      ]),
      [
        [1, ' Canada'],
        [0, ' cities of Canada'],
      ],
    );
  });

  it('also if the catalog has none of them', async () => {
    const { neurons } = directoryWith([row(0.5)]);
    const { directory } = directoryWith([]);
    const { neurons: shown, groups } = await arrange(directory, layer, neurons, 'score', undefined);
    assert.deepEqual([shown.length, groups.get('unread')!.length], [0, 1]);
    const filtered = await arrange(directory, layer, neurons, 'index', parseQuery('a'));
    assert.equal(filtered.neurons.length, 0);
  });
});

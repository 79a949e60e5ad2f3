import assert from 'node:assert/strict';
import { preferredScore } from '../../../src/catalog/rows/neuronRow.ts';
import type { Catalog } from '../../../src/catalog/rows/catalog.ts';
import { countMatches, prepareFilter } from '../../../src/catalog/search/neuronFilter.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { searchExplanations } from '../../../src/catalog/search/search.ts';
import { Slices } from '../../../src/catalog/slices.ts';
import { contentsOf } from '../faults/window.ts';
import { directoryWith, row } from './support/catalog.ts';
import { layerOf } from './support/keys.ts';

const stamp = { size: 1, modified: 1 };
const layer = (number: number) => layerOf(String(number));
const many = 30_000;

function fill(
  catalog: Catalog,
  number: number,
  { count = many, text = ' text', score = 0.5 } = {},
) {
  for (let n = 0; n < count; n++)
    catalog.set(
      layer(number),
      `${number}/${n}.jsonl`,
      stamp,
      row([score, `${text} ${n}`]),
      'exact',
    );
}

describe('a catalog after most is removed', () => {
  it('keeps the rest, and frees the memory', async () => {
    const { catalog } = directoryWith([row([0.5, ' the sea'], [0.25, ' a ship']), row()]);
    const before = contentsOf(catalog);
    for (let i = 0; i < 3; i++) {
      fill(catalog, 5);
      assert.equal(catalog.size, many + 2);
      await catalog.removeLayer('5');
      assert.deepEqual(contentsOf(catalog), before);
      assert.equal(catalog.size, 2);
      // What was removed last may still be there.
      assert.ok(catalog.explanations.length < 10_000, `${catalog.explanations.length}`);
      assert.ok(catalog.explanations.owners.length < 20_000);
    }
    // The numbers of neurons are given out again: there are not as many as there ever were.
    const id = catalog.list(layer(6), '6/0.jsonl', stamp);
    assert.ok(id < 10_000, `${id}`);
  });

  it('yields while a layer is removed, which others see as removed', async () => {
    const { catalog } = directoryWith([row([0.5, ' the sea'])]);
    fill(catalog, 5);
    const old = [...catalog.neuronsOf('5')];
    const turns: unknown[] = [];
    const slices = new Slices(() => {
      const again = catalog.list(layer(5), '5/7.jsonl', stamp);
      turns.push([old.some((id) => catalog.has(id)), old.includes(again), catalog.countOf('5')]);
      return true;
    });
    Object.defineProperty(slices, 'due', { get: () => turns.length < 3 });
    await catalog.removeLayer('5', slices);
    assert.deepEqual(turns, Array(3).fill([false, false, 1]));
    assert.deepEqual([catalog.size, catalog.countOf('5'), catalog.tally('listed')], [2, 1, 1]);
    assert.ok(catalog.explanations.length < 10_000, `${catalog.explanations.length}`);
  });

  it('does not reuse an ID that is in use', () => {
    const { catalog } = directoryWith([row([0.5, ' the sea'])]);
    fill(catalog, 5);
    const ids = [...catalog.neuronsOf('5')];
    const release = catalog.hold();
    for (let n = 0; n < many; n++) catalog.remove(`5/${n}.jsonl`);
    assert.ok(!ids.includes(catalog.list(layer(6), '6/0.jsonl', stamp)));
    catalog.remove('6/0.jsonl');
    release();
    assert.ok(ids.includes(catalog.list(layer(6), '6/0.jsonl', stamp)));
  });

  it('does not grow with replaced rows', () => {
    const { catalog } = directoryWith([row([0.5, ' the sea'])]);
    for (let i = 0; i < 50_000; i++)
      catalog.set(layer(0), '0/0.jsonl', stamp, row([0.5, ` text ${i}`]), 'exact');
    assert.ok(catalog.explanations.length < 10_000);
    assert.equal(catalog.row(0)?.explanations[0]?.text, ' text 49999');
  });

  it('is searched and filtered as before, also by running searches', async () => {
    const { directory, catalog } = directoryWith([row([0.5, ' the sea'])]);
    fill(catalog, 5);
    const query = parseQuery('/text|sea/');
    await prepareFilter(directory, query);
    assert.equal(countMatches(directory, layer(0), query)?.matching, 1);
    const options = { limit: 40_000, sort: 'score' } as const;
    let rests = 0;
    const slices = new Slices(() => {
      if (rests++ === 0) void catalog.removeLayer('5');
      return true;
    });
    Object.defineProperty(slices, 'due', { get: () => rests < 3 });
    const { results } = await searchExplanations([directory], query, options, slices);
    for (const { neuron } of results) assert.equal(neuron.group.key, '0');
    assert.equal((await searchExplanations([directory], query, options)).total, 1);
    assert.deepEqual(countMatches(directory, layer(0), query), { matching: 0, unread: 1 });
    await prepareFilter(directory, query);
    assert.deepEqual(countMatches(directory, layer(0), query), { matching: 1, unread: 0 });
    assert.equal(catalog.layer(many).key, '');
    assert.equal(catalog.unit(many).key, '');
    assert.ok(!catalog.has(many));
  });

  it('gives a running search no neuron with a reused ID', async () => {
    const { directory, catalog } = directoryWith([row([0.5, ' the sea'])]);
    fill(catalog, 7, { count: 5000 });
    fill(catalog, 5);
    const slices = restingWhile(() => {
      void catalog.removeLayer('5');
      void catalog.removeLayer('7');
      fill(catalog, 6, { count: 100, text: ' ship' });
    });
    const options = { limit: 40_000, sort: 'score' } as const;
    const { results } = await searchExplanations([directory], parseQuery(''), options, slices);
    for (const { neuron, explanation } of results)
      assert.equal(explanation.text.startsWith(' ship'), neuron.group.key === '6');
    assert.equal(results.length, 101);
  });

  it('is searched by current scores if it grows before the search begins', async () => {
    const { directory, catalog } = directoryWith([row([0.1, ' the sea'])]);
    fill(catalog, 5);
    const slices = restingWhile(() => {
      fill(catalog, 6);
      fill(catalog, 7, { count: 5, score: 0.9 });
    });
    const options = { limit: 5, sort: 'score' } as const;
    const { results } = await searchExplanations([directory], parseQuery(''), options, slices);
    const scores = results.map(({ explanation }) => preferredScore(explanation));
    assert.deepEqual(scores, [0.9, 0.9, 0.9, 0.9, 0.9]);
  });
});

/** Slices that rest once, as soon as they may, while this happens. */
function restingWhile(happens: () => void): Slices {
  let rested = false;
  const slices = new Slices(() => {
    rested = true;
    happens();
    return true;
  });
  Object.defineProperty(slices, 'due', { get: () => !rested });
  return slices;
}

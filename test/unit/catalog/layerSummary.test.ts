import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layerBins, summariseAll, summariseLayer } from '../../../src/catalog/rows/layerSummary.ts';
import { directoryWith, failed, row, unread } from './support/catalog.ts';
import { layerOf } from './support/keys.ts';

const layer = layerOf('0');
const stamp = { size: 2, modified: 2 };

describe('the summary of a layer', () => {
  it('counts its neurons by state and problems', () => {
    const faulty = { ...row(0.5), problems: ['a'], problemCount: 1 };
    const { catalog } = directoryWith([
      row(0.5),
      unread,
      failed,
      faulty,
      row(null),
      row(NaN),
      row(),
    ]);
    catalog.set(layer, '0/0.jsonl', stamp, row(0.25), 'provisional');
    const summary = summariseLayer(catalog, '0');
    const { count, known, provisional, failed: unreadable, faulty: bad, scored } = summary!;
    assert.deepEqual(
      { count, known, provisional, unreadable, bad, scored },
      { count: 7, known: 6, provisional: 1, unreadable: 1, bad: 1, scored: 2 },
    );
  });

  it('counts each neuron by its best explanation', () => {
    const { catalog } = directoryWith([row(0.75, 0.25), row(0.5, -1, -1), row(0, -1)]);
    const { median, best } = summariseLayer(catalog, '0')!;
    assert.deepEqual([median, best], [0.5, 0.75]);
  });

  it('has no median and no best score if no neuron has one', () => {
    const { catalog } = directoryWith([row(null), row(Infinity), failed, unread]);
    const { median, best, histogram } = summariseLayer(catalog, '0')!;
    assert.deepEqual([median, best], [undefined, undefined]);
    assert.ok(histogram.every((n) => n === 0));
  });

  it('has the median, the best and the distribution of any scores', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true })), (scores) => {
        const { catalog } = directoryWith(scores.map((score) => row(score)));
        const summary = summariseLayer(catalog, '0')!;
        const sorted = scores.toSorted((a, b) => a - b);
        const below = sorted[Math.ceil(sorted.length / 2) - 1];
        const above = sorted[Math.floor(sorted.length / 2)];
        const middle = below === undefined ? undefined : (below + above!) / 2;
        // Halving a sum and taking a number as it is differ where numbers are as small as they get.
        assert.ok(summary.median === middle || Math.abs(summary.median! - middle!) < 1e-15);
        // 0 and -0 are the same score, and have no order.
        assert.ok(summary.best === sorted.at(-1), `${summary.best} is the best`);
        const bins = new Array<number>(layerBins.count).fill(0);
        for (const score of scores) bins[layerBins.of(Math.min(1, Math.max(-1, score)))!]!++;
        assert.deepEqual(summary.histogram, bins);
      }),
      { examples: [[[0, -0]]] },
    );
  });

  it('puts scores between two steps into the upper one', () => {
    for (let tenth = -10; tenth < 10; tenth++) {
      const { catalog } = directoryWith([row(tenth / 10)]);
      assert.equal(summariseLayer(catalog, '0')!.histogram.indexOf(1), tenth + 10, String(tenth));
    }
  });

  it('is undefined for a layer that is not listed', () => {
    const { catalog } = directoryWith([row(1)]);
    assert.equal(summariseLayer(catalog, '1'), undefined);
  });

  it('stays the same object while its layer does not change', async () => {
    const { catalog, directory } = directoryWith([row(0.5)]);
    const before = summariseLayer(catalog, '0');
    directoryWith([row(0.75)], 1, directory);
    assert.equal(summariseLayer(catalog, '0'), before);
    catalog.set(layer, '0/0.jsonl', stamp, row(0.25), 'exact');
    assert.equal(summariseLayer(catalog, '0')!.best, 0.25);
    catalog.remove('0/0.jsonl');
    assert.equal(summariseLayer(catalog, '0')!.count, 0);
    catalog.list(layer, '0/7.jsonl', stamp);
    assert.equal(summariseLayer(catalog, '0')!.count, 1);
    await catalog.removeLayer('0');
    assert.equal(summariseLayer(catalog, '0'), undefined);
    catalog.addLayer(layer);
    assert.equal(summariseLayer(catalog, '0')!.count, 0);
  });

  it('of all layers has the neurons of each', () => {
    const { catalog, directory } = directoryWith([row(0.25), row(0.5)]);
    directoryWith([row(1), failed], 1, directory);
    const { count, scored, median, best } = summariseAll(catalog);
    assert.deepEqual([count, scored, median, best], [4, 3, 0.5, 1]);
  });
});

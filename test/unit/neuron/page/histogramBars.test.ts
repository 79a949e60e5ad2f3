import assert from 'node:assert/strict';
import { activationHistogram } from '../../../../src/analysis/activationHistogram.ts';
import { barsOf } from '../../../../src/neuron/page/analysis/histogramBars.ts';

const repeated = (value: number, count: number) => Array.from({ length: count }, () => value);

describe('the bars of activations', () => {
  const of = (...lists: number[][]) => barsOf(activationHistogram(lists, [[32], [32, 1], [0.5]])!);

  it('are higher for more, and visible for one', () => {
    const { bars } = of(repeated(0, 1000), repeated(3, 10), [32]);
    const shares = [bars[0], bars[3], bars[31], bars[7]].map((bar) => bar?.share ?? NaN);
    assert.equal(shares[0], 1);
    assert.ok(shares[1]! > shares[2]! && shares[2]! > 0.05);
    assert.equal(shares[3], 0);
  });

  it('have the ends of their bins, and the maxima in them', () => {
    const { bars, maxima } = of([0, 32]);
    assert.deepEqual([bars[1]?.from, bars[1]?.to, bars[31]?.to], [1, 2, 32]);
    assert.deepEqual(maxima, [1, 1, 0.5 / 32]);
    assert.deepEqual([bars[0]?.maxima, bars[1]?.maxima, bars[31]?.maxima], [1, 0, 2]);
  });

  it('have at most three counts on their scale, powers of ten', () => {
    const ticks = (count: number) => of(repeated(0, count), [32]).ticks.map((tick) => tick.count);
    assert.deepEqual(ticks(1), [1]);
    assert.deepEqual(ticks(99), [1, 10]);
    assert.deepEqual(ticks(100), [1, 10, 100]);
    assert.deepEqual(ticks(25_000), [1, 100, 10_000]);
  });
});

import assert from 'node:assert/strict';
import { binCount, binOf, binStart, drawnBins } from '../../../src/overview/bins.ts';

describe('the bins of scores', () => {
  it('have their lower ends, and the last both', () => {
    for (let bin = 0; bin < binCount; bin++) {
      assert.equal(binOf(binStart(bin)), bin, String(binStart(bin)));
      assert.equal(binOf(binStart(bin + 1) - 0.001), bin);
    }
    assert.equal(binOf(-1), 0);
    assert.equal(binOf(0), 20);
    assert.equal(binOf(1), binCount - 1);
    for (let hundredth = -100; hundredth < 100; hundredth += 5) {
      assert.equal(binOf(hundredth / 100), 20 + hundredth / 5, String(hundredth));
    }
  });

  it('have no room for what is no correlation', () => {
    for (const score of [NaN, 1.0001, -1.0001, Infinity, -Infinity]) {
      assert.equal(binOf(score), undefined);
    }
  });

  it('are drawn from 0 to 1, and below as far as there are any', () => {
    const bins = (filled: number) => ({
      bins: Array.from({ length: 40 }, (_, i) => +(i === filled)),
    });
    assert.deepEqual(drawnBins([]), { first: 20, end: 40 });
    assert.deepEqual(drawnBins([bins(33), bins(25)]), { first: 20, end: 40 });
    assert.deepEqual(drawnBins([bins(33), bins(7)]), { first: 7, end: 40 });
  });
});

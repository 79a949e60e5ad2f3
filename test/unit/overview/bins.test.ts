import assert from 'node:assert/strict';
import { drawnBins } from '../../../src/overview/contract/bins.ts';

describe('the bins of the overview', () => {
  it('are drawn from 0 to 1, and below if filled', () => {
    const bins = (filled: number) => ({
      bins: Array.from({ length: 40 }, (_, i) => +(i === filled)),
    });
    assert.deepEqual(drawnBins([]), { first: 20, end: 40 });
    assert.deepEqual(drawnBins([bins(33), bins(25)]), { first: 20, end: 40 });
    assert.deepEqual(drawnBins([bins(33), bins(7)]), { first: 7, end: 40 });
  });
});

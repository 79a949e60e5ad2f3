import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activationHistogram } from '../../../src/analysis/activationHistogram.ts';

const sum = (counts: Uint32Array) => counts.reduce((all, count) => all + count, 0);

describe('the histogram of activations', () => {
  it('counts finite values in bins of equal width', () => {
    const found = activationHistogram(
      [
        [0, 0.9, 1, 32],
        [31.5, NaN, Infinity, -Infinity],
      ],
      [],
    );
    assert.ok(found);
    assert.deepEqual([found.min, found.max, found.total, found.counts.length], [0, 32, 5, 32]);
    assert.deepEqual([...found.counts.subarray(0, 3)], [2, 1, 0]);
    assert.equal(found.counts.at(-1), 2, 'the last bin includes its end');
  });

  it('says where half and 99% of the values end', () => {
    const values = Array.from({ length: 200 }, (_, i) => i + 1);
    const found = activationHistogram([values.toReversed()], []);
    assert.deepEqual([found?.median, found?.high], [100, 198]);
    const one = activationHistogram([[3]], []);
    assert.deepEqual([one?.median, one?.high], [3, 3]);
  });

  it('has the largest activation of each sequence, within its ends', () => {
    const found = activationHistogram([[0, 1]], [[0, 4, NaN], [], [NaN], [-2, -3]]);
    assert.deepEqual([...found!.maxima], [4, -2]);
    assert.deepEqual([found?.min, found?.max, found?.total], [-2, 4, 2]);
  });

  it('has one bin if all values are equal, and none without a finite value', () => {
    assert.deepEqual([...activationHistogram([[0, 0], [0]], [[0]])!.counts], [3]);
    assert.equal(activationHistogram([[NaN], []], [[1]]), null);
    assert.equal(activationHistogram([], []), null);
  });

  it('counts each value once, also the largest doubles', () => {
    const values = fc.array(fc.array(fc.double(), { maxLength: 20 }), { maxLength: 5 });
    fc.assert(
      fc.property(values, values, (lists, shown) => {
        const found = activationHistogram(lists, shown);
        const finite = lists.flat().filter(Number.isFinite).length;
        assert.equal(found?.total ?? 0, finite);
        if (found) assert.equal(sum(found.counts), finite);
      }),
    );
  });
});

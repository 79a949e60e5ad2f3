import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ScoreBins } from '../../../src/analysis/scoreBins.ts';
import { layerBins } from '../../../src/catalog/rows/layerSummary.ts';
import { scoreBins } from '../../../src/overview/contract/bins.ts';

describe('the bins of scores', () => {
  const all = [layerBins, scoreBins, new ScoreBins(1), new ScoreBins(3), new ScoreBins(50)];

  it('have their lower ends, and the last one both', () => {
    for (const bins of all) {
      for (let bin = 0; bin < bins.count; bin++) {
        assert.equal(bins.of(bins.start(bin)), bin, String(bins.start(bin)));
        if (bin > 0) assert.equal(bins.of(bins.start(bin) - 1e-15), bin - 1);
      }
      assert.equal(bins.of(-1), 0);
      assert.equal(bins.of(0), bins.count / 2);
      assert.equal(bins.of(1), bins.count - 1);
    }
  });

  it('have scores of two decimals in the expected bin', () => {
    for (let hundredth = -100; hundredth < 100; hundredth++) {
      assert.equal(scoreBins.of(hundredth / 100), Math.floor(hundredth / 5) + 20, `${hundredth}`);
      assert.equal(layerBins.of(hundredth / 100), Math.floor(hundredth / 10) + 10, `${hundredth}`);
    }
  });

  it('have any score between their ends, and the sidebar those of the overview in pairs', () => {
    const score = fc.oneof(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.integer({ min: -10_000, max: 10_000 }).map((each) => each / 10_000),
    );
    fc.assert(
      fc.property(score, (value) => {
        for (const bins of all) {
          const bin = bins.of(value)!;
          assert.ok(bins.start(bin) <= value, `${value} in ${bin}`);
          assert.ok(value < bins.start(bin + 1) || value === 1, `${value} in ${bin}`);
        }
        assert.equal(layerBins.of(value), Math.floor(scoreBins.of(value)! / 2));
      }),
    );
  });

  it('exclude values that are no correlations', () => {
    for (const score of [NaN, 1.0001, -1.0001, Infinity, -Infinity])
      assert.equal(scoreBins.of(score), undefined);
  });
});

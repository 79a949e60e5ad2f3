import assert from 'node:assert/strict';
import { applyMap, linearMapOf } from '../../../src/analysis/calibration.ts';
import { ofValues } from './roundings.ts';

describe('linearMapOf', () => {
  it('finds slope and intercept', () => {
    assert.deepEqual(linearMapOf([0, 5, 10], [-1, 1.5, 4]), { slope: 0.5, intercept: -1 });
    assert.deepEqual(linearMapOf([10, 0], [-4, 1]), { slope: -0.5, intercept: 1 });
  });

  it('accepts values rounded to four decimals', () => {
    const x = Array.from({ length: 50 }, (_, i) => Number((i * 0.1234567).toFixed(4)));
    const y = x.map((value) => Number((value * 0.381 - 0.2596).toFixed(4)));
    const map = linearMapOf(x, y)!;
    assert.ok(Math.abs(map.slope - 0.381) < 1e-3 && Math.abs(map.intercept + 0.2596) < 1e-3);
  });

  it('accepts values rounded in any way', () => {
    const exact = Array.from({ length: 200 }, (_, i) => 10 * ((i * 0.6180339887) % 1) ** 3);
    for (const [how, round] of Object.entries(ofValues))
      for (const [slope, intercept] of [
        [0.381, -0.02],
        [-3.7, 40],
        [0.003, 0.5],
      ] as const) {
        const outer = exact.map((value) => round(slope * value + intercept));
        for (const nested of [exact, exact.map(round)])
          assert.ok(linearMapOf(nested, outer), `${how}, ${slope}`);
      }
  });

  it('finds none if it deviates by more than rounding', () => {
    const exact = Array.from({ length: 200 }, (_, i) => 10 * ((i * 0.6180339887) % 1) ** 3);
    for (const [how, round] of Object.entries(ofValues)) {
      const bent = exact.map((value) => round(value + 0.1 * value * (10 - value)));
      assert.equal(linearMapOf(exact.map(round), bent), null, how);
    }
  });

  it('finds none if it is not linear, or for too few values', () => {
    assert.equal(linearMapOf([0, 5, 10], [0, 2, 10]), null);
    assert.equal(linearMapOf([3, 3], [1, 1]), null);
    assert.equal(linearMapOf([3], [1]), null);
    assert.equal(linearMapOf([], []), null);
  });

  it('ignores infinite and unpaired values', () => {
    const map = linearMapOf([NaN, 0, 1, Infinity, 2], [7, 0, 2, 1]);
    assert.deepEqual(map, { slope: 2, intercept: 0 });
    assert.equal(applyMap({ slope: 2, intercept: 0.5 }, 4), 8.5);
  });

  it('maps a constant by the intercept alone', () => {
    assert.deepEqual(linearMapOf([0, 1, 2], [5, 5, 5]), { slope: 0, intercept: 5 });
  });
});

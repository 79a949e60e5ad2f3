import assert from 'node:assert/strict';
import type { JudgedSequence } from '../../../src/analysis/judgedSequence.ts';
import { identity, type LinearMap } from '../../../src/analysis/calibration.ts';
import { findMisses } from '../../../src/analysis/misses.ts';
import { pointsOf } from '../../../src/analysis/points.ts';
import { judged } from './support.ts';

function missesOf(
  sequences: readonly JudgedSequence[],
  map: LinearMap | null = identity,
  most = 100,
) {
  const { points } = pointsOf(sequences);
  return findMisses(points, sequences, map, most);
}

describe('misses', () => {
  it('are ranked by error, as false positives and false negatives', () => {
    const { list, falsePositives, falseNegatives } = missesOf([
      judged([0, 5, 1], [3, 5, 1.2]),
      judged([4, 0, 0], [0, 0, 0.6]),
    ]);
    assert.deepEqual(
      list.map(({ sequence, index, kind, error, token }) => [sequence, index, kind, error, token]),
      [
        [1, 0, 'falseNegative', -4, ' t0'],
        [0, 0, 'falsePositive', 3, ' t0'],
        [1, 2, 'falsePositive', 0.6, ' t2'],
      ],
    );
    assert.deepEqual([falsePositives, falseNegatives], [2, 1]);
  });

  it('exclude tokens without a prediction or a value', () => {
    const sequence = judged([5, 5, NaN], [0, 5, 9], { predicted: [false, true, true] });
    assert.deepEqual(missesOf([sequence]).list, []);
  });

  it('are all counted, and the worst listed', () => {
    const actual = Array.from({ length: 300_000 }, (_, i) => (i % 1000 === 0 ? 9 : 0));
    const { list, falseNegatives } = missesOf(
      [
        judged(
          actual,
          actual.map(() => 0),
        ),
      ],
      identity,
      50,
    );
    assert.deepEqual([list.length, falseNegatives], [50, 300]);
  });

  it('are listed for both kinds, however many there are of one', () => {
    const actual = [...Array.from({ length: 30 }, () => 9), 0, 0];
    const simulated = [...Array.from({ length: 30 }, () => 0), 3, 2];
    const { list } = missesOf([judged(actual, simulated)], identity, 5);
    assert.deepEqual(
      list.map(({ index }) => index),
      [0, 1, 2, 3, 4, 30, 31],
    );
  });

  it('are empty for a dead neuron with a right simulation', () => {
    assert.deepEqual(missesOf([judged([0, 0], [0, 0])]).list, []);
    assert.deepEqual(missesOf([]).list, []);
  });

  it('are in the neuron’s units, with the simulated value mapped and as the file has it', () => {
    const { list } = missesOf([judged([4, 0], [0, 10])], { slope: 0.4, intercept: 0 });
    assert.deepEqual(
      list.map(({ error, simulated, mapped }) => [error, simulated, mapped]),
      [
        [-4, 0, 0],
        [4, 10, 4],
      ],
    );
  });

  it('are empty without a map to the neuron’s units', () => {
    const none = { list: [], falsePositives: 0, falseNegatives: 0 };
    assert.deepEqual(missesOf([judged([-0.1, -0.02, -0.3], [0, 5, 10])], null), none);
  });
});

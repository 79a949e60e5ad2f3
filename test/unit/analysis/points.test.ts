import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calibrationCurve } from '../../../src/analysis/calibration.ts';
import { fitLine } from '../../../src/analysis/line.ts';
import { pointsOf, samplePoints } from '../../../src/analysis/points.ts';
import { topTokens } from '../../../src/analysis/topTokens.ts';
import { assertNear, judged } from './support.ts';

describe('points', () => {
  it('are the tokens with both values and a prediction; the others are counted', () => {
    const { points, leftOut } = pointsOf([
      judged([1, NaN, 3, Infinity, 5], [0, 1, 2, 3], {
        predicted: [true, true, false, true, true],
      }),
      judged([], []),
      judged([7], [8, 9]),
    ]);
    assert.deepEqual([...points.actual], [1, 7]);
    assert.deepEqual([...points.simulated], [0, 8]);
    assert.deepEqual([...points.sequence], [0, 2]);
    assert.deepEqual([...points.token], [0, 0]);
    assert.deepEqual(leftOut, { unpredicted: 1, missing: 3 });
  });

  it('are sampled evenly, never twice', () => {
    const count = 25_001;
    const values = Array.from({ length: count }, (_, i) => i);
    const { points } = pointsOf([judged(values, values)]);
    const sample = samplePoints(points, 20_000);
    assert.equal(sample.actual.length, 20_000);
    assert.equal(new Set(sample.token).size, 20_000);
    const steps = [...sample.token].slice(1).map((place, i) => place - sample.token[i]!);
    assert.deepEqual([...new Set(steps)].sort(), [1, 2]);
    assert.equal(samplePoints(points, count), points);
  });
});

describe('a line', () => {
  it('is found if the points are on one', () => {
    const number = fc.integer({ min: -100, max: 100 }).map((i) => i / 8);
    fc.assert(
      fc.property(
        number,
        number,
        fc.uniqueArray(number, { minLength: 2 }),
        (slope, intercept, x) => {
          const line = fitLine(
            x,
            x.map((at) => slope * at + intercept),
          );
          assertNear(line?.slope, slope, 1e-6);
          assertNear(line?.intercept, intercept, 1e-6);
        },
      ),
    );
  });

  it('is null for a constant, or without points', () => {
    assert.equal(fitLine([0.1, 0.1, 0.1], [1, 2, 3]), null);
    assert.equal(fitLine([], []), null);
  });
});

describe('the calibration curve', () => {
  const curveOf = (
    sequences: Parameters<typeof pointsOf>[0],
    units: 'neuron' | 'normalized' = 'neuron',
  ) => calibrationCurve(pointsOf(sequences).points, sequences, units);

  it('is the mean actual value for each whole number from 0 to 10 that occurs', () => {
    const uncalibrated = [0.4, 0, 7.5, 12, -3];
    const sequence = judged([1, 2, 3, 4, 6], [0, 0, 0, 0, 0], { uncalibrated });
    assert.deepEqual(curveOf([sequence]), [
      { simulated: 0, meanActual: 3, count: 3 },
      { simulated: 8, meanActual: 3, count: 1 },
      { simulated: 10, meanActual: 4, count: 1 },
    ]);
  });

  it('is of the simulation itself if that is on 0-10, else empty', () => {
    const sequence = judged([1, 3], [5, 5]);
    assert.deepEqual(curveOf([sequence], 'normalized'), [
      { simulated: 5, meanActual: 2, count: 2 },
    ]);
    assert.deepEqual(curveOf([sequence]), []);
  });
});

describe('top tokens', () => {
  it('are the texts with the largest mean over all positions', () => {
    const tokens = ['a', 'b', 'a', ' a', 'c'];
    const sequences = [judged([4, 3, 0, 3, -1], [1, 2, 3, 4, 5], { tokens })];
    const top = topTokens(pointsOf(sequences).points, sequences, 3);
    assert.deepEqual(top, [
      { token: 'b', count: 1, meanActual: 3, meanSimulated: 2 },
      { token: ' a', count: 1, meanActual: 3, meanSimulated: 4 },
      { token: 'a', count: 2, meanActual: 2, meanSimulated: 2 },
    ]);
  });

  it('have the more frequent first if means are equal', () => {
    const sequences = [judged([3, 3, 3], [0, 0, 0], { tokens: ['once', 'twice', 'twice'] })];
    const top = topTokens(pointsOf(sequences).points, sequences, 2);
    assert.deepEqual(
      top.map(({ token }) => token),
      ['twice', 'once'],
    );
  });

  it('may have names of object properties', () => {
    const tokens = ['constructor', '__proto__'];
    const sequences = [judged([1, 2], [0, 0], { tokens })];
    const top = topTokens(pointsOf(sequences).points, sequences, 5);
    assert.deepEqual(
      top.map(({ token }) => token),
      ['__proto__', 'constructor'],
    );
  });
});

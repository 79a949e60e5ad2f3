import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leaveOneOut } from '../../../src/analysis/analyse.ts';
import { correlationOf, mergeMoments, momentsOf } from '../../../src/analysis/moments.ts';
import { computeScores } from '../../../src/format/scores.ts';
import { assertNear, judged } from './support.ts';

const value = fc.integer({ min: -500, max: 500 }).map((i) => i / 64);
const pairs = fc.array(fc.tuple(value, value), { maxLength: 8 });
const split = (list: readonly (readonly [number, number])[]) =>
  judged(
    list.map(([x]) => x),
    list.map(([, y]) => y),
  );

describe('the score without a sequence', () => {
  it('is that of the others, joined', () => {
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1, maxLength: 6 }), (lists) => {
        const sequences = lists.map(split);
        for (const [i, without] of leaveOneOut(sequences).entries()) {
          const others = sequences.filter((_, j) => j !== i);
          const { evCorrelation } = computeScores(
            others.flatMap(({ actual }) => actual),
            others.flatMap(({ simulated }) => simulated),
          );
          if (Number.isFinite(evCorrelation)) assertNear(without, evCorrelation);
          else assert.equal(without, null);
        }
      }),
    );
  });

  it('is undefined for all but the one with other lengths', () => {
    const good = judged([1, 2, 4], [1, 3, 4]);
    const longer = judged([1, 2], [1, 2, 3]);
    assert.deepEqual(leaveOneOut([good, longer]).slice(0, 1), [null]);
    const bad = judged([1, 2, 3], [1, 2]);
    const [first, second, third] = leaveOneOut([good, bad, good]);
    assert.equal(first, null);
    assertNear(second, computeScores([1, 2, 4, 1, 2, 4], [1, 3, 4, 1, 3, 4]).evCorrelation);
    assert.equal(third, null);
  });

  it('is undefined if the others are constant, despite rounding', () => {
    const constant = judged([0.1, 0.7, 0.3], [0.1, 0.1, 0.1]);
    const other = judged([1, 2], [1, 2]);
    assert.equal(leaveOneOut([constant, constant, other])[2], null);
    const dead = judged([0.1, 0.1, 0.1], [0.1, 0.7, 0.3]);
    assert.equal(leaveOneOut([dead, dead, other])[2], null);
  });

  it('is computed for ten thousand sequences at once', () => {
    const sequences = Array.from({ length: 10_000 }, (_, i) => judged([i % 7, 1], [i % 5, 2]));
    assert.equal(leaveOneOut(sequences).length, 10_000);
  });
});

describe('moments', () => {
  it('are the same of all and of two parts merged', () => {
    fc.assert(
      fc.property(pairs, pairs, (a, b) => {
        const all = split([...a, ...b]);
        const [x, y] = [split(a), split(b)];
        const whole = momentsOf(all.actual, all.simulated);
        const merged = mergeMoments(
          momentsOf(x.actual, x.simulated),
          momentsOf(y.actual, y.simulated),
        );
        for (const key of ['count', 'meanX', 'meanY', 'xx', 'yy', 'xy'] as const)
          assertNear(merged[key], whole[key], 1e-6);
        assert.equal(merged.constantX, whole.constantX);
        assert.equal(merged.constantY, whole.constantY);
      }),
    );
  });

  it('give a correlation that is exact with a large offset', () => {
    const x = [1e9, 1e9 + 1, 1e9 + 2];
    assertNear(correlationOf(momentsOf(x, [1, 2, 3])), 1);
  });
});

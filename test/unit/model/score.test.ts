import assert from 'node:assert/strict';
import { scoreKindOf } from '../../../src/dialects/scoreKinds.ts';
import { gradeOf } from '../../../src/model/score.ts';

describe('the grade of a score', () => {
  const kind = scoreKindOf('evCorrelation');

  it('is by the limits of its kind, which belong to the better grade', () => {
    const grades = [1, 0.7, 0.69, 0.4, 0.39, -1].map((value) => gradeOf(kind, value));
    assert.deepEqual(grades, ['good', 'good', 'fair', 'fair', 'poor', 'poor']);
  });

  it('is by lower limits where lower is better', () => {
    const lower = { ...kind, higherIsBetter: false, grades: { good: 0.1, fair: 0.5 } };
    const grades = [0, 0.1, 0.2, 0.5, 0.6].map((value) => gradeOf(lower, value));
    assert.deepEqual(grades, ['good', 'good', 'fair', 'fair', 'poor']);
  });

  it('is none without a value or without limits', () => {
    for (const value of [null, NaN, Infinity]) assert.equal(gradeOf(kind, value), null);
    assert.equal(gradeOf(scoreKindOf('rSquared'), 0.9), null);
  });
});

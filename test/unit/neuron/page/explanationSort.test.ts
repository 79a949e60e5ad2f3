import assert from 'node:assert/strict';
import type { ExplanationScale } from '../../../../src/tokens/contract.ts';
import type { ExplanationSummary } from '../../../../src/neuron/contract/protocol.ts';
import type { ScoreValue } from '../../../../src/model/score.ts';
import { noDifference } from '../../../../src/tokens/colour/scale.ts';
import { scoresOf } from '../../support/scores.ts';
import {
  initialSort,
  nextSort,
  sorted,
  type SortKey,
} from '../../../../src/neuron/page/explanations/sort.ts';

function summary(index: number, rSquared: ScoreValue): ExplanationSummary {
  const scores = scoresOf({ rSquared });
  const scale: ExplanationScale = {
    simulatedUnits: 'neuron',
    actual: null,
    simulated: null,
    difference: noDifference,
    uncalibrated: null,
  };
  const counts = { tokenCount: 0, sequenceCount: 0 };
  return { index, text: '', scores, ...counts, scale, groups: null };
}

describe('the order of the table of explanations', () => {
  const all = [
    summary(3, 0),
    summary(1, null),
    summary(0, -0.5),
    summary(4, 'undefined'),
    summary(2, 0.5),
  ];
  const order = (key: SortKey, descending: boolean) =>
    sorted(all, { key, descending }).map(({ index }) => index);

  it('is by a score, with missing ones last in both directions', () => {
    assert.deepEqual(order(1, true), [2, 3, 0, 1, 4]);
    assert.deepEqual(order(1, false), [0, 3, 2, 1, 4]);
  });

  it('is by the index in the file, and stable', () => {
    assert.deepEqual(order('index', false), [0, 1, 2, 3, 4]);
    assert.deepEqual(order(0, true), [3, 1, 0, 4, 2]);
  });

  it('starts with the usual direction, then reverses', () => {
    assert.deepEqual(nextSort(1, initialSort), { key: 1, descending: true });
    assert.deepEqual(nextSort('index', initialSort), { key: 'index', descending: false });
    const turned = nextSort(0, initialSort);
    assert.deepEqual(turned, { key: 0, descending: false });
  });
});

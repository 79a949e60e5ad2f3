import assert from 'node:assert/strict';
import type {
  ExplanationScale,
  ExplanationSummary,
  Score,
} from '../../../../src/neuron/contract/protocol.ts';
import { noDifference } from '../../../../src/tokens/colour/scale.ts';
import { noJudgement } from '../support/judgement.ts';
import { initialSort, nextSort, sorted } from '../../../../src/neuron/page/explanations/sort.ts';

function summary(index: number, rSquared: Score): ExplanationSummary {
  const scores = { evCorrelation: null, rSquared, absoluteDevExplained: null };
  const scale: ExplanationScale = {
    simulatedUnits: 'neuron',
    actual: null,
    simulated: null,
    difference: noDifference,
    uncalibrated: null,
  };
  const counts = { tokenCount: 0, sequenceCount: 0 };
  return { index, text: '', scores, recomputed: scores, ...counts, scale, judgement: noJudgement };
}

describe('the order of the table of explanations', () => {
  const all = [
    summary(3, 0),
    summary(1, null),
    summary(0, -0.5),
    summary(4, 'undefined'),
    summary(2, 0.5),
  ];
  const order = (...[key, descending]: [key: 'rSquared' | 'index' | 'evCorrelation', boolean]) =>
    sorted(all, { key, descending }).map(({ index }) => index);

  it('is by a score, with missing ones last in both directions', () => {
    assert.deepEqual(order('rSquared', true), [2, 3, 0, 1, 4]);
    assert.deepEqual(order('rSquared', false), [0, 3, 2, 1, 4]);
  });

  it('is by the index in the file, and stable', () => {
    assert.deepEqual(order('index', false), [0, 1, 2, 3, 4]);
    assert.deepEqual(order('evCorrelation', true), [3, 1, 0, 4, 2]);
  });

  it('starts with the usual direction, then reverses', () => {
    assert.deepEqual(nextSort('rSquared', initialSort), { key: 'rSquared', descending: true });
    assert.deepEqual(nextSort('index', initialSort), { key: 'index', descending: false });
    const turned = nextSort('evCorrelation', initialSort);
    assert.deepEqual(turned, { key: 'evCorrelation', descending: false });
  });
});

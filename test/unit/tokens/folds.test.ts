import assert from 'node:assert/strict';
import { identity } from '../../../src/analysis/calibration.ts';
import type { Sequence } from '../../../src/tokens/contract.ts';
import { rulersOf } from '../../../src/tokens/colour/scale.ts';
import { foldsOf } from '../../../src/tokens/elements/folds.ts';
import { noScores } from '../support/scores.ts';

/** A hundred tokens with these values, else 0. */
function sequenceOf(actual: Record<number, number>, simulated: Record<number, number> = {}) {
  const values = (of: Record<number, number>) =>
    Float64Array.from({ length: 100 }, (_, i) => of[i] ?? 0);
  const sequence: Sequence = {
    index: 0,
    tokens: Array.from({ length: 100 }, () => 'a'),
    actual: values(actual),
    simulated: values(simulated),
    uncalibrated: null,
    predicted: null,
    scores: noScores,
  };
  return sequence;
}

const extent = { min: 0, max: 10 };
const rulers = rulersOf({
  simulatedUnits: 'neuron',
  actual: extent,
  simulated: extent,
  difference: { by: 'own', map: identity, extent },
  uncalibrated: null,
});
const folds = (sequence: Sequence, context: 5 | 16 | 'all' = 5) =>
  foldsOf(sequence, rulers, context).map(({ from, to }) => [from, to]);

describe('foldsOf', () => {
  it('keeps the context of every peak of either, and nothing else', () => {
    assert.deepEqual(folds(sequenceOf({ 20: 6, 40: 4.9 }, { 60: 5 })), [
      [0, 15],
      [26, 55],
      [66, 100],
    ]);
    assert.deepEqual(folds(sequenceOf({ 20: 6, 60: 10 }), 16), [
      [0, 4],
      [37, 44],
      [77, 100],
    ]);
  });

  it('keeps the largest if none is a peak of the neuron', () => {
    assert.deepEqual(folds(sequenceOf({ 50: -0.2, 70: 0.1 })), [
      [0, 45],
      [56, 100],
    ]);
    assert.deepEqual(folds(sequenceOf({})), [[6, 100]]);
  });

  it('does not fold a few tokens', () => {
    assert.deepEqual(folds(sequenceOf({ 8: 9, 22: 9, 91: 9 })), [[28, 86]]);
  });

  it('folds nothing if all is wanted', () => {
    assert.deepEqual(folds(sequenceOf({ 50: 9 }), 'all'), []);
  });

  it('covers each token once, whatever the values', () => {
    for (let seed = 1; seed < 40; seed++) {
      const values = Object.fromEntries(
        Array.from({ length: 100 }, (_, i) => [i, Math.max(0, Math.sin(i * seed) * 12 - 4)]),
      );
      const sequence = sequenceOf(values);
      let end = -1;
      for (const [from, to] of folds(sequence)) {
        assert.ok(from! > end && to! > from! && to! <= 100);
        end = to!;
        for (let i = from!; i < to!; i++) assert.ok(sequence.actual[i]! < 5);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { pairSequences } from '../../../src/neuron/host/comparedRows.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { neuronOfSimulation, scoredSimulation, sequence, simulation } from '../format/rawNeuron.ts';
import { ofValues } from '../analysis/roundings.ts';

/** Sequences of two tokens, each by its first token and its activations. */
function sequences(...of: readonly (readonly [token: string, activations: readonly number[]])[]) {
  const made = of.map(([token, activations]) =>
    sequence({
      simulation: simulation({ tokens: [token, ' b'] }),
      true_activations: activations,
    }),
  );
  const raw = neuronOfSimulation(scoredSimulation({ scored_sequence_simulations: made }));
  const [first] = explainedUnit(decodeNeuron(raw).neuron).explanations;
  return first!.sequences;
}

const pairsOf = (...sides: Parameters<typeof pairSequences>) =>
  pairSequences(...sides).map(({ left, right, kind }) => [left, right, kind]);

describe('pairSequences', () => {
  it('pairs sequences with the same tokens, in any order', () => {
    const left = sequences(['x', [1, 2]], ['y', [3, 4]]);
    const right = sequences(['y', [3, 4]], ['x', [1, 2]]);
    assert.deepEqual(pairsOf(left, right), [
      [0, 1, 'shared'],
      [1, 0, 'shared'],
    ]);
  });

  it('treats only rounded activations as the same', () => {
    const left = sequences(['x', [0.12344, NaN]]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.1234, NaN]])), [[0, 0, 'shared']]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.1235, NaN]])), [[0, 0, 'tokens']]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.12344, 0]])), [[0, 0, 'tokens']]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.12344]])), [[0, 0, 'tokens']]);
  });

  it('accepts any rounding on both sides', () => {
    const exact = [
      [0, 7.123456, 0.0123456],
      [-0.1698765, 0.3333333, 2.7182818],
      [12.3456789, 0.00777777, 1.6180339],
    ];
    const kindsOf = (left: readonly number[][], right: readonly number[][]) => {
      const [a, b] = [left, right].map((side) =>
        sequences(...side.map((values, i) => [`t${i}`, values] as const)),
      );
      return pairSequences(a!, b!).map(({ kind }) => kind);
    };
    const roundings = Object.entries(ofValues).filter(([how]) => how !== 'to 2 digits');
    for (const [how, round] of roundings) {
      const rounded = exact.map((values) => values.map(round));
      const same = ['shared', 'shared', 'shared'];
      assert.deepEqual(kindsOf(exact, rounded), same, how);
      assert.deepEqual(kindsOf(rounded, exact), same, how);
      const other = rounded.with(1, [0.5, 1.5, 2.5]);
      assert.deepEqual(kindsOf(exact, other), ['shared', 'tokens', 'shared'], how);
    }
  });

  it('ignores the last digits of another run, at any size', () => {
    for (const size of [1e-3, 1, 1e3]) {
      const left = sequences(['x', [0.123456789 * size, size / 3]]);
      const right = sequences(['x', [0.123457001 * size, size / 3 + 1e-7 * size]]);
      assert.deepEqual(pairsOf(left, right), [[0, 0, 'shared']], String(size));
      const other = sequences(['x', [0.1236 * size, size / 3 - 1e-4 * size]]);
      assert.deepEqual(pairsOf(left, other), [[0, 0, 'tokens']], String(size));
    }
    const endless = sequences(['x', [Infinity, 1]]);
    assert.deepEqual(pairsOf(endless, sequences(['x', [Infinity, 2]])), [[0, 0, 'tokens']]);
  });

  it('puts unmatched sequences into separate rows at the end', () => {
    const left = sequences(['a', [1, 1]], ['x', [1, 2]], ['b', [1, 1]]);
    const right = sequences(['c', [1, 1]], ['x', [1, 2]]);
    assert.deepEqual(pairsOf(left, right), [
      [1, 1, 'shared'],
      [0, 0, 'apart'],
      [2, null, 'apart'],
    ]);
    assert.deepEqual(pairsOf([], right), [
      [null, 0, 'apart'],
      [null, 1, 'apart'],
    ]);
    assert.deepEqual(pairsOf([], []), []);
  });

  it('pairs each sequence once if the same text occurs twice', () => {
    const twice = sequences(['x', [1, 2]], ['x', [1, 2]]);
    assert.deepEqual(pairsOf(twice, sequences(['x', [1, 2]])), [
      [0, 0, 'shared'],
      [1, null, 'apart'],
    ]);
  });
});

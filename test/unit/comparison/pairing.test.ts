import assert from 'node:assert/strict';
import { pairSequences } from '../../../src/neuron/pairing.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { neuronOfSimulation, scoredSimulation, sequence, simulation } from '../format/rawNeuron.ts';

/** Sequences of two tokens, each by its first token and its activations. */
function sequences(...of: readonly (readonly [token: string, activations: readonly number[]])[]) {
  const made = of.map(([token, activations]) =>
    sequence({
      simulation: simulation({ tokens: [token, ' b'] }),
      true_activations: activations,
    }),
  );
  const raw = neuronOfSimulation(scoredSimulation({ scored_sequence_simulations: made }));
  const [first] = decodeNeuron(raw).neuron.scoredExplanations;
  return first!.scoredSimulation.scoredSequenceSimulations;
}

const pairsOf = (...sides: Parameters<typeof pairSequences>) =>
  pairSequences(...sides).map(({ left, right, kind }) => [left, right, kind]);

describe('pairSequences', () => {
  it('puts sequences of the same tokens together, whichever their order', () => {
    const left = sequences(['x', [1, 2]], ['y', [3, 4]]);
    const right = sequences(['y', [3, 4]], ['x', [1, 2]]);
    assert.deepEqual(pairsOf(left, right), [
      [0, 1, 'shared'],
      [1, 0, 'shared'],
    ]);
  });

  it('takes what differs by rounding for the same activations, and no more', () => {
    const left = sequences(['x', [0.12344, NaN]]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.1234, NaN]])), [[0, 0, 'shared']]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.1235, NaN]])), [[0, 0, 'tokens']]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.12344, 0]])), [[0, 0, 'tokens']]);
    assert.deepEqual(pairsOf(left, sequences(['x', [0.12344]])), [[0, 0, 'tokens']]);
  });

  it('leaves none out: those that only one side has stand in rows of their own, at the end', () => {
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

  it('pairs each sequence once, where the same text comes twice', () => {
    const twice = sequences(['x', [1, 2]], ['x', [1, 2]]);
    assert.deepEqual(pairsOf(twice, sequences(['x', [1, 2]])), [
      [0, 0, 'shared'],
      [1, null, 'apart'],
    ]);
  });
});

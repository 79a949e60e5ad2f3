import assert from 'node:assert/strict';
import { chooseExplanation } from '../../../src/comparison/host/chooseExplanation.ts';
import { parsePageMessage, parsePageState } from '../../../src/comparison/contract/pageMessage.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { neuronDocument } from '../../../src/neuron/host/content.ts';
import { explanation, neuron, scoredSimulation } from '../format/rawNeuron.ts';

describe('a message of the comparison’s page', () => {
  const asked = (request: unknown) => ({ type: 'request', id: 1, request });

  it('is taken where it is one', () => {
    for (const message of [
      { type: 'ready' },
      asked({ type: 'rows', version: 1, from: 25 }),
      asked({ type: 'order', order: 'right' }),
      asked({ type: 'choose', side: 'left', explanation: 2 }),
      asked({ type: 'swap' }),
      asked({ type: 'retry' }),
      asked({ type: 'open', side: 'right' }),
    ])
      assert.deepEqual(parsePageMessage(message), message);
  });

  it('is not taken where it is none', () => {
    for (const message of [
      null,
      {},
      asked(null),
      asked({ type: 'rows', version: 1, from: -1 }),
      asked({ type: 'order', order: 'best' }),
      asked({ type: 'choose', side: 'middle', explanation: 2 }),
      asked({ type: 'choose', side: 'left', explanation: null }),
      asked({ type: 'open', side: 'left', uri: 'file:///x' }.uri),
    ])
      assert.equal(parsePageMessage(message), undefined);
  });

  it('has a state that brings the panel back', () => {
    const state = {
      left: { uri: 'a', explanation: 1 },
      right: { uri: 'b', explanation: null },
      order: 'right',
    };
    assert.deepEqual(parsePageState(state), state);
    for (const order of [undefined, 'sideways'])
      assert.equal(parsePageState({ ...state, order })?.order, 'stored');
    const odd = { left: { uri: 'a', explanation: 'x' }, right: { uri: 'b' } };
    assert.deepEqual(parsePageState(odd)?.left, { uri: 'a', explanation: null });
    assert.equal(parsePageState({ left: { uri: 'a' } }), undefined);
    assert.equal(parsePageState(undefined), undefined);
  });
});

describe('chooseExplanation', () => {
  const scored = (score: number) =>
    explanation({ scored_simulation: scoredSimulation({ ev_correlation_score: score }) });
  const loaded = (...scores: number[]) => {
    const raw = neuron({ scored_explanations: scores.map(scored) });
    const place = { uri: 'a', layer: 3, neuron: 14, path: 'a' };
    return { content: neuronDocument(place, decodeNeuron(raw).neuron, []) };
  };

  it('takes what is wanted, else the best, else the best beside the other side’s', () => {
    const of = loaded(0.1, 0.9, 0.5);
    assert.equal(chooseExplanation(of, 0), 0);
    assert.equal(chooseExplanation(of, null), 1);
    assert.equal(chooseExplanation(of, 7), 1);
    assert.equal(chooseExplanation(of, null, 1), 2);
    assert.equal(chooseExplanation(of, 1, 1), 1);
    assert.equal(chooseExplanation(loaded(0.1), null, 0), 0);
    assert.equal(chooseExplanation(loaded(), null), null);
  });
});

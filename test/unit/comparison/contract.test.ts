import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { parsePageState, requests } from '../../../src/comparison/contract/contract.ts';
import { chooseExplanation } from '../../../src/comparison/host/chooseExplanation.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { neuronDocument } from '../../../src/neuron/host/content.ts';
import { parseRequest } from '../../../src/panels/contract.ts';
import { explanation, neuron, scoredSimulation } from '../format/rawNeuron.ts';
import { located } from '../neuron/support/located.ts';

describe('a request of the comparison’s page', () => {
  const asked = (request: unknown) => ({ type: 'request', id: 1, request });

  it('is accepted if valid', () => {
    for (const message of [
      asked({ name: 'rows', argument: { version: 1, from: 25 } }),
      asked({ name: 'order', argument: { order: 'right' } }),
      asked({ name: 'choose', argument: { side: 'left', explanation: 2 } }),
      asked({ name: 'swap', argument: undefined }),
      asked({ name: 'retry', argument: undefined }),
      asked({ name: 'open', argument: { side: 'right' } }),
    ])
      assert.deepEqual(parseRequest(requests, message), message);
  });

  it('is refused if invalid', () => {
    for (const message of [
      null,
      {},
      asked(null),
      asked({ name: 'rows', argument: { version: 1, from: -1 } }),
      asked({ name: 'order', argument: { order: 'best' } }),
      asked({ name: 'choose', argument: { side: 'middle', explanation: 2 } }),
      asked({ name: 'choose', argument: { side: 'left', explanation: null } }),
      asked({ name: 'open' }),
      asked({ name: 'swap', argument: { side: 'left' } }),
    ])
      assert.equal(parseRequest(requests, message), undefined);
  });

  it('has a state that restores the panel', () => {
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
    const at = located('3/14.jsonl', { uri: 'a', path: 'a' });
    return { content: neuronDocument(at, explainedUnit(decodeNeuron(raw).neuron), []) };
  };

  it('prefers the requested one, else the best, else the best that the other side does not show', () => {
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

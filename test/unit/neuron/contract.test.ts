import assert from 'node:assert/strict';
import {
  neuronReady,
  type NeuronReady,
  parsePageState,
  requests,
  type Requests,
} from '../../../src/neuron/contract/contract.ts';
import { initialState } from '../../../src/neuron/page/state.ts';
import type { PageState } from '../../../src/neuron/contract/protocol.ts';
import { type Asked, parseRequest } from '../../../src/panels/contract.ts';

const uri = 'file:///a/5/131.jsonl';
const asked = (request: Asked<Requests>) => ({ type: 'request', id: 1, request });

describe('a request of the neuron’s page', () => {
  const good = [
    asked({ name: 'sequences', argument: { uri, explanation: 2, order: 'stored', from: 50 } }),
    asked({ name: 'distribution', argument: { uri, explanation: 2, sequence: 3, token: 7 } }),
    asked({
      name: 'find',
      argument: {
        uri,
        explanation: 2,
        order: 'score',
        text: ' the',
        matchCase: true,
        regex: false,
      },
    }),
    asked({ name: 'openJson', argument: { uri, path: ['scored_explanations', 0, 'explanation'] } }),
    asked({ name: 'analysis', argument: { uri, explanation: 2 } }),
    asked({ name: 'activations', argument: { uri, explanation: 2 } }),
    asked({ name: 'relatedData', argument: { uri, kind: 'records' } }),
    asked({ name: 'openConnected', argument: { uri, layer: 0, neuron: 17 } }),
    asked({ name: 'compare', argument: { uri, left: 0, right: 2 } }),
    asked({ name: 'compare', argument: { uri, left: 0, right: null } }),
    asked({ name: 'command', argument: { uri, command: 'keepOpen' } }),
    asked({ name: 'command', argument: { uri, command: 'nextNeuron' } }),
    asked({ name: 'command', argument: { uri, command: 'previousNeuron' } }),
    asked({ name: 'command', argument: { uri, command: 'revealInSidebar' } }),
    asked({ name: 'command', argument: { uri, command: 'copyNeuronId' } }),
    asked({ name: 'command', argument: { uri, command: 'star' } }),
    asked({ name: 'command', argument: { uri, command: 'unstar' } }),
    asked({ name: 'command', argument: { uri, command: 'editNote' } }),
    asked({ name: 'setVerdict', argument: { uri, verdict: 'partly' } }),
    asked({ name: 'setVerdict', argument: { uri, verdict: null } }),
    asked({ name: 'copyText', argument: { text: '' } }),
    asked({ name: 'setWhitespace', argument: { whitespace: 'boundary' } }),
    asked({ name: 'saveFigure', argument: { uri, figure: { format: 'svg', content: '<svg/>' } } }),
    asked({
      name: 'saveFigure',
      argument: { uri, figure: { format: 'png', content: Uint8Array.of(1) } },
    }),
  ];
  for (const message of good) {
    it(`is accepted: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(parseRequest(requests, message), message);
    });
  }

  const request = (of: unknown) => ({ type: 'request', id: 1, request: of });
  const sequences = { uri, explanation: 0, order: 'stored', from: 0 };
  const find = { uri, explanation: 0, order: 'stored', text: 'a', matchCase: false, regex: false };
  const distribution = { uri, explanation: 0, sequence: 0, token: 0 };
  const bad: unknown[] = [
    undefined,
    null,
    'ready',
    7,
    [],
    {},
    { type: 'show' },
    { type: 'request', request: { name: 'sequences', argument: sequences } },
    { type: 'request', id: '1', request: { name: 'sequences', argument: sequences } },
    { type: 'request', id: NaN, request: { name: 'sequences', argument: sequences } },
    { type: 'request', id: 1 },
    request(null),
    request({ name: 'analysis', argument: { uri } }),
    request({ name: 'analysis', argument: { uri, explanation: -1 } }),
    request({ name: 'activations', argument: { uri, explanation: -1 } }),
    request({ name: 'setWhitespace', argument: { whitespace: 'selection' } }),
    request({ name: 'delete' }),
    request({ name: 'constructor' }),
    request({ name: 'toString', argument: {} }),
    request({ name: 'relatedData', argument: { uri, kind: '../secrets' } }),
    request({ name: 'relatedData', argument: { kind: 'records' } }),
    request({ name: 'setVerdict', argument: { verdict: 'wrong' } }),
    request({ name: 'openJson', argument: { path: [] } }),
    request({ name: 'openConnected', argument: { uri, layer: '..', neuron: 17 } }),
    request({ name: 'openConnected', argument: { uri, layer: -1, neuron: 17 } }),
    request({ name: 'compare', argument: { uri, left: null, right: 2 } }),
    request({ name: 'sequences', argument: { ...sequences, uri: undefined } }),
    request({ name: 'sequences', argument: { ...sequences, uri: null } }),
    request({ name: 'sequences', argument: { ...sequences, explanation: null } }),
    request({ name: 'sequences', argument: { ...sequences, explanation: -1 } }),
    request({ name: 'sequences', argument: { ...sequences, from: -1 } }),
    request({ name: 'sequences', argument: { ...sequences, from: 1.5 } }),
    request({ name: 'sequences', argument: { ...sequences, from: Infinity } }),
    request({ name: 'sequences', argument: { ...sequences, from: 2 ** 60 } }),
    request({ name: 'sequences', argument: { ...sequences, order: 'random' } }),
    request({ name: 'find', argument: { ...find, order: undefined } }),
    request({ name: 'find', argument: { ...find, text: 'a'.repeat(1001) } }),
    request({ name: 'find', argument: { ...find, text: /a/ } }),
    request({ name: 'find', argument: { ...find, regex: 1 } }),
    request({ name: 'distribution', argument: { ...distribution, sequence: -1 } }),
    request({ name: 'distribution', argument: { ...distribution, token: 0.5 } }),
    request({ name: 'openJson', argument: { uri } }),
    request({ name: 'openJson', argument: { uri, path: 'scored_explanations' } }),
    request({ name: 'openJson', argument: { uri, path: [null] } }),
    request({ name: 'openJson', argument: { uri, path: [['a']] } }),
    request({ name: 'command', argument: { uri } }),
    request({ name: 'command', argument: { uri, command: 'removeDirectory' } }),
    request({ name: 'command', argument: { uri, command: 'neuronExplanations.keepOpen' } }),
    request({ name: 'command', argument: { uri, command: 'constructor' } }),
    request({ name: 'command', argument: { uri, command: ['keepOpen'] } }),
    request({ name: 'command', argument: { uri, command: 'copyLink' } }),
    request({ name: 'setVerdict', argument: { uri } }),
    request({ name: 'setVerdict', argument: { uri, verdict: 'good' } }),
    request({ name: 'setVerdict', argument: { uri, verdict: '' } }),
    request({ name: 'copyText', argument: { text: null } }),
    request({
      name: 'saveFigure',
      argument: { uri, figure: { format: 'svg', content: Uint8Array.of(1) } },
    }),
    request({
      name: 'saveFigure',
      argument: { uri, figure: { format: 'png', content: '<svg/>' } },
    }),
    request({ name: 'saveFigure', argument: { uri, figure: { format: 'pdf', content: '' } } }),
  ];
  for (const message of bad) {
    it(`is refused: ${JSON.stringify(message) ?? 'undefined'}`, () => {
      assert.equal(parseRequest(requests, message), undefined);
    });
  }

  it('is accepted without unknown fields', () => {
    const message = asked({ name: 'openJson', argument: { uri, path: [] } });
    const more = { ...message, uri, request: { ...message.request, more: 1 } };
    assert.deepEqual(parseRequest(requests, more), message);
  });
});

describe('the ready message of the neuron’s page', () => {
  const good: NeuronReady[] = [
    { type: 'ready', version: null, uri: null, explanation: null, order: 'stored' },
    { type: 'ready', version: 2, uri, explanation: 0, order: 'miss' },
  ];
  for (const message of good) {
    it(`is accepted: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(neuronReady.parse(message), message);
    });
  }

  const bad = [
    { type: 'Ready', uri, explanation: 0 },
    { type: 'ready' },
    { type: 'ready', version: null, uri },
    { type: 'ready', version: '1', uri, explanation: null, order: 'stored' },
    { type: 'ready', uri, explanation: null, order: 'stored' },
    { type: 'ready', version: null, uri: 5, explanation: null, order: 'stored' },
    { type: 'ready', version: null, uri, explanation: 0 },
    { type: 'ready', version: null, uri, explanation: 0, order: 'random' },
    { type: 'ready', version: null, uri, explanation: -1, order: 'stored' },
    { type: 'ready', version: null, uri, explanation: 0.5, order: 'stored' },
    { type: 'ready', version: null, uri, explanation: '0', order: 'stored' },
    { type: 'ready', version: null, uri, explanation: NaN, order: 'stored' },
  ];
  for (const message of bad) {
    it(`is refused: ${JSON.stringify(message)}`, () => {
      assert.equal(neuronReady.safeParse(message).success, false);
    });
  }
});

describe('the saved state of a page', () => {
  it('has the neuron, and whether it was pinned', () => {
    const state: PageState = { ...initialState, uri, explanation: 1, scroll: 9, pinned: true };
    assert.deepEqual(parsePageState(state), { uri, pinned: true });
    assert.deepEqual(
      parsePageState({ uri, kept: true }),
      { uri, pinned: true },
      'by its former name',
    );
  });

  it('is of a preview by default', () => {
    for (const pinned of [undefined, null, 'yes', 1]) {
      assert.deepEqual(parsePageState({ uri, pinned }), { uri, pinned: false });
    }
  });

  for (const state of [undefined, null, 'state', [], {}, { uri: null }, { uri: 5, pinned: true }]) {
    it(`is refused: ${JSON.stringify(state) ?? 'undefined'}`, () => {
      assert.equal(parsePageState(state), undefined);
    });
  }
});

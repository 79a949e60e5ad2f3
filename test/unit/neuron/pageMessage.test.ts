import assert from 'node:assert/strict';
import { parsePageMessage, parsePageState } from '../../../src/neuron/contract/pageMessage.ts';
import { initialState } from '../../../src/neuron/page/state.ts';
import type { PageMessage, PageRequest, PageState } from '../../../src/neuron/contract/protocol.ts';

const uri = 'file:///a/5/131.jsonl';
const asked = (request: PageRequest): PageMessage => ({ type: 'request', id: 1, uri, request });

describe('a message of the page', () => {
  const good: PageMessage[] = [
    { type: 'ready', version: null, uri: null, explanation: null, order: 'stored' },
    { type: 'ready', version: 2, uri, explanation: 0, order: 'miss' },
    { type: 'request', id: 0, uri, request: { type: 'openJson', path: [] } },
    asked({ type: 'sequences', uri, explanation: 2, order: 'stored', from: 50 }),
    asked({ type: 'distribution', uri, explanation: 2, sequence: 3, token: 7 }),
    asked({ type: 'find', uri, explanation: 2, order: 'score', text: ' the' }),
    asked({ type: 'openJson', path: ['scored_explanations', 0, 'explanation'] }),
    asked({ type: 'analysis', uri, explanation: 2 }),
    asked({ type: 'sibling', uri, kind: 'records' }),
    asked({ type: 'openConnected', layer: 0, neuron: 17 }),
    asked({ type: 'compare', left: 0, right: 2 }),
    asked({ type: 'compare', left: 0, right: null }),
    asked({ type: 'command', command: 'keepOpen' }),
    asked({ type: 'command', command: 'nextNeuron' }),
    asked({ type: 'command', command: 'previousNeuron' }),
    asked({ type: 'command', command: 'revealInSidebar' }),
    asked({ type: 'command', command: 'copyNeuronId' }),
    asked({ type: 'command', command: 'star' }),
    asked({ type: 'command', command: 'unstar' }),
    asked({ type: 'command', command: 'editNote' }),
    asked({ type: 'setVerdict', verdict: 'partly' }),
    asked({ type: 'setVerdict', verdict: null }),
    asked({ type: 'copyText', text: '' }),
    asked({ type: 'saveFigure', format: 'svg', content: '<svg/>' }),
    asked({ type: 'saveFigure', format: 'png', content: Uint8Array.of(1) }),
  ];
  for (const message of good) {
    it(`is taken: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(parsePageMessage(message), message);
    });
  }

  const request = (of: unknown) => ({ type: 'request', id: 1, uri, request: of });
  const sequences = { type: 'sequences', uri, explanation: 0, order: 'stored', from: 0 };
  const find = { type: 'find', uri, explanation: 0, order: 'stored', text: 'a' };
  const distribution = { type: 'distribution', uri, explanation: 0, sequence: 0, token: 0 };
  const bad: unknown[] = [
    undefined,
    null,
    'ready',
    7,
    [],
    {},
    { type: 'show' },
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
    { type: 'request', uri, request: sequences },
    { type: 'request', id: '1', uri, request: sequences },
    { type: 'request', id: NaN, uri, request: sequences },
    { type: 'request', id: 1, request: sequences },
    { type: 'request', id: 1, uri },
    request(null),
    request({ type: 'analysis', uri }),
    request({ type: 'analysis', uri, explanation: -1 }),
    request({ type: 'delete' }),
    request({ type: 'sibling', uri, kind: '../secrets' }),
    request({ type: 'sibling', kind: 'records' }),
    request({ type: 'openConnected', layer: '..', neuron: 17 }),
    request({ type: 'openConnected', layer: -1, neuron: 17 }),
    request({ type: 'compare', left: null, right: 2 }),
    request({ ...sequences, uri: undefined }),
    request({ ...sequences, uri: null }),
    request({ ...sequences, explanation: null }),
    request({ ...sequences, explanation: -1 }),
    request({ ...sequences, from: -1 }),
    request({ ...sequences, from: 1.5 }),
    request({ ...sequences, from: Infinity }),
    request({ ...sequences, from: 2 ** 60 }),
    request({ ...sequences, order: 'random' }),
    request({ ...find, order: undefined }),
    request({ ...find, text: 'a'.repeat(1001) }),
    request({ ...find, text: /a/ }),
    request({ ...distribution, sequence: -1 }),
    request({ ...distribution, token: 0.5 }),
    request({ type: 'openJson' }),
    request({ type: 'openJson', path: 'scored_explanations' }),
    request({ type: 'openJson', path: [null] }),
    request({ type: 'openJson', path: [['a']] }),
    request({ type: 'command' }),
    request({ type: 'command', command: 'removeDirectory' }),
    request({ type: 'command', command: 'neuronExplanations.keepOpen' }),
    request({ type: 'command', command: 'constructor' }),
    request({ type: 'command', command: ['keepOpen'] }),
    request({ type: 'command', command: 'copyLink' }),
    request({ type: 'setVerdict' }),
    request({ type: 'setVerdict', verdict: 'good' }),
    request({ type: 'setVerdict', verdict: '' }),
    request({ type: 'copyText', text: null }),
    request({ type: 'saveFigure', format: 'svg', content: Uint8Array.of(1) }),
    request({ type: 'saveFigure', format: 'png', content: '<svg/>' }),
    request({ type: 'saveFigure', format: 'pdf', content: '' }),
  ];
  for (const message of bad) {
    it(`is refused: ${JSON.stringify(message) ?? 'undefined'}`, () => {
      assert.equal(parsePageMessage(message), undefined);
    });
  }

  it('is taken without what does not belong to it', () => {
    const message = asked({ type: 'openJson', path: [] });
    assert.deepEqual(parsePageMessage({ ...message, more: 1 }), message);
  });
});

describe('the saved state of a page', () => {
  it('gives the neuron, and whether it was kept', () => {
    const state: PageState = { ...initialState, uri, explanation: 1, scroll: 9, kept: true };
    assert.deepEqual(parsePageState(state), { uri, kept: true });
  });

  it('is of a preview where it does not say', () => {
    for (const kept of [undefined, null, 'yes', 1]) {
      assert.deepEqual(parsePageState({ uri, kept }), { uri, kept: false });
    }
  });

  for (const state of [undefined, null, 'state', [], {}, { uri: null }, { uri: 5, kept: true }]) {
    it(`is refused: ${JSON.stringify(state) ?? 'undefined'}`, () => {
      assert.equal(parsePageState(state), undefined);
    });
  }
});

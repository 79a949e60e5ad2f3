import assert from 'node:assert/strict';
import { parsePageMessage, parsePageState } from '../../../src/overview/contract/pageMessage.ts';
import type {
  PageMessage,
  PageRequest,
  ViewOptions,
} from '../../../src/overview/contract/protocol.ts';

const options: ViewOptions = {
  sort: { column: 'score', descending: true },
  query: 'sea',
  selection: { layers: [0, 5], scores: null },
};
const open = {
  type: 'open',
  layerName: '5',
  fileName: '131.jsonl',
  keep: false,
  preserveFocus: true,
} as const;
const asked = (request: PageRequest): PageMessage => ({ type: 'request', id: 1, request });

describe('a message of the overview’s page', () => {
  const good: PageMessage[] = [
    { type: 'ready' },
    asked({ type: 'view', options }),
    asked({ type: 'rows', view: 3, from: 100, count: 100 }),
    asked(open),
    asked({ type: 'saveTable' }),
    asked({ type: 'savePlot', format: 'svg', content: '<svg/>' }),
    asked({ type: 'savePlot', format: 'png', content: Uint8Array.of(1) }),
  ];
  for (const message of good) {
    it(`is taken: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(parsePageMessage(message), message);
    });
  }

  const request = (of: unknown) => ({ type: 'request', id: 1, request: of });
  const bad: unknown[] = [
    undefined,
    {},
    { type: 'show' },
    request({ type: 'view' }),
    request({ type: 'view', options: { ...options, sort: { column: 'size', descending: true } } }),
    request({ type: 'view', options: { ...options, query: 5 } }),
    request({ type: 'view', options: { ...options, query: 'x'.repeat(10_001) } }),
    request({ type: 'view', options: { ...options, selection: { layers: [1], scores: null } } }),
    request({ type: 'view', options: { ...options, selection: { layers: null } } }),
    request({ type: 'rows', view: 3, from: -1, count: 100 }),
    request({ type: 'rows', view: 3, from: 0, count: 1e6 }),
    request({ type: 'rows', view: 3, from: 0.5, count: 10 }),
    request({ ...open, layerName: '..' }),
    request({ ...open, fileName: '../131.jsonl' }),
    request({ ...open, fileName: '131.jsonl/x' }),
    request({ ...open, keep: 'yes' }),
    request({ type: 'savePlot', format: 'exe', content: '' }),
    request({ type: 'savePlot', format: 'png', content: 'text' }),
    request({ type: 'savePlot', format: 'svg', content: Uint8Array.of(1) }),
  ];
  for (const message of bad) {
    it(`is refused: ${JSON.stringify(message)?.slice(0, 150) ?? 'undefined'}`, () => {
      assert.equal(parsePageMessage(message), undefined);
    });
  }
});

describe('the saved state of an overview', () => {
  it('gives the directory and the layer', () => {
    const state = { uri: 'file:///a', layer: '5', ...options, top: 0 };
    assert.deepEqual(parsePageState(state), { uri: 'file:///a', layer: '5' });
    assert.deepEqual(parsePageState({ ...state, layer: null }), { uri: 'file:///a', layer: null });
  });

  for (const state of [undefined, {}, { uri: '', layer: null }, { uri: 'file:///a', layer: 'x' }]) {
    it(`is refused: ${JSON.stringify(state) ?? 'undefined'}`, () => {
      assert.equal(parsePageState(state), undefined);
    });
  }
});

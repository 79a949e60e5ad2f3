import assert from 'node:assert/strict';
import {
  parsePageState,
  requests,
  type Requests,
  type ViewOptions,
} from '../../../src/overview/contract/contract.ts';
import { type Asked, parseRequest } from '../../../src/panels/contract.ts';

const options: ViewOptions = {
  sort: { column: 'score', descending: true },
  query: 'sea',
  selection: { layers: [0, 5], scores: null },
};
const open = {
  key: '5/131.jsonl',
  pinned: false,
  preserveFocus: true,
} as const;
const asked = (request: Asked<Requests>) => ({ type: 'request', id: 1, request });

describe('a request of the overview’s page', () => {
  const good = [
    asked({ name: 'view', argument: options }),
    asked({ name: 'rows', argument: { view: 3, from: 100, count: 100 } }),
    asked({ name: 'open', argument: open }),
    asked({ name: 'openDirectory', argument: { uri: 'file:///a' } }),
    asked({ name: 'saveTable', argument: undefined }),
    asked({ name: 'savePlot', argument: { format: 'svg', content: '<svg/>' } }),
    asked({ name: 'savePlot', argument: { format: 'png', content: Uint8Array.of(1) } }),
  ];
  for (const message of good) {
    it(`is accepted: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(parseRequest(requests, message), message);
    });
  }

  const request = (of: unknown) => ({ type: 'request', id: 1, request: of });
  const bad: unknown[] = [
    undefined,
    {},
    { type: 'show' },
    request({ name: 'view' }),
    request({ name: 'view', argument: { ...options, sort: { column: 'size', descending: true } } }),
    request({ name: 'view', argument: { ...options, query: 5 } }),
    request({ name: 'view', argument: { ...options, query: 'x'.repeat(10_001) } }),
    request({ name: 'view', argument: { ...options, selection: { layers: [1], scores: null } } }),
    request({ name: 'view', argument: { ...options, selection: { layers: null } } }),
    request({ name: 'rows', argument: { view: 3, from: -1, count: 100 } }),
    request({ name: 'rows', argument: { view: 3, from: 0, count: 1e6 } }),
    request({ name: 'rows', argument: { view: 3, from: 0.5, count: 10 } }),
    request({ name: 'open', argument: { ...open, key: '' } }),
    request({ name: 'open', argument: { ...open, key: 131 } }),
    request({ name: 'open', argument: { ...open, key: 'x'.repeat(4097) } }),
    request({ name: 'open', argument: { ...open, pinned: 'yes' } }),
    request({ name: 'openDirectory', argument: { uri: '' } }),
    request({ name: 'openDirectory', argument: 'file:///a' }),
    request({ name: 'savePlot', argument: { format: 'exe', content: '' } }),
    request({ name: 'savePlot', argument: { format: 'png', content: 'text' } }),
    request({ name: 'savePlot', argument: { format: 'svg', content: Uint8Array.of(1) } }),
  ];
  for (const message of bad) {
    it(`is refused: ${JSON.stringify(message)?.slice(0, 150) ?? 'undefined'}`, () => {
      assert.equal(parseRequest(requests, message), undefined);
    });
  }
});

describe('the saved state of an overview', () => {
  it('gives the directory and the layer', () => {
    const state = { uri: 'file:///a', layer: '5', ...options, top: 0 };
    assert.deepEqual(parsePageState(state), { uri: 'file:///a', layer: '5' });
    assert.deepEqual(parsePageState({ ...state, layer: null }), { uri: 'file:///a', layer: null });
  });

  // Only the host knows which keys a directory may have.
  for (const state of [undefined, {}, { uri: '', layer: null }, { uri: 'file:///a', layer: 5 }]) {
    it(`is refused: ${JSON.stringify(state) ?? 'undefined'}`, () => {
      assert.equal(parsePageState(state), undefined);
    });
  }
});

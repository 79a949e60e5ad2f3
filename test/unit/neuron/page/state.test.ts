import assert from 'node:assert/strict';
import type { PageState } from '../../../../src/neuron/contract/protocol.ts';
import { initialState, parseState, stateFor } from '../../../../src/neuron/page/state.ts';

const saved: PageState = {
  uri: 'file:///5/131.jsonl',
  mode: 'simulated',
  scope: 'locked',
  locked: { values: 5, differences: 2, from: '5:131' },
  calibrated: false,
  order: 'miss',
  context: 16,
  explanation: 2,
  place: 4,
  scroll: 240.5,
  pinned: true,
  analysis: false,
  analysisWidth: 400,
  tableOpen: true,
  findOpen: true,
  findCase: true,
  findRegex: true,
  find: 'sea',
  findAt: 3,
  view: 'records',
  misses: 'falsePositive',
  miss: 3,
  marked: { simulated: [0.5, 2], actual: null },
  card: { sequence: 4, token: 7 },
  opened: ['misses', 'marks'],
};

describe('parseState', () => {
  it('reads the saved state of this version', () => {
    assert.deepEqual(parseState(JSON.parse(JSON.stringify(saved))), saved);
  });

  it('starts from the beginning without a valid state', () => {
    for (const value of [undefined, null, 'overlay', 7, [], {}]) {
      assert.deepEqual(parseState(value), initialState);
    }
  });

  it('replaces only invalid values', () => {
    const wrong = {
      mode: 'sideways',
      explanation: -1,
      place: 1.5,
      scroll: 'top',
      pinned: 'yes',
      analysis: 0,
      analysisWidth: -1,
      tableOpen: 1,
      findOpen: 'yes',
      findCase: null,
      findRegex: 2,
      find: 7,
      findAt: -1,
      view: 'elsewhere',
      misses: [],
      miss: '1',
      marked: { simulated: [1], actual: 'all' },
      card: { sequence: 4 },
      opened: ['everything', 7],
    };
    const choices = { scope: 'file', locked: 5, calibrated: 1, order: 'random', context: 7 };
    assert.deepEqual(parseState({ ...saved, ...wrong, ...choices }), {
      ...initialState,
      uri: saved.uri,
    });
    assert.equal(parseState({ ...saved, explanation: 1.5 }).explanation, null);
    assert.equal(parseState({ ...saved, scroll: Infinity }).scroll, 0);
    assert.equal(parseState({ ...saved, extra: true }).mode, 'simulated');
    assert.equal(parseState({ ...saved, analysis: undefined }).analysis, true);
  });

  it('reads an older state, with fewer choices', () => {
    const { uri, mode, explanation, scroll, pinned } = saved;
    const older = { uri, mode, explanation, scroll, pinned };
    assert.deepEqual(parseState(older), { ...initialState, ...older });
    assert.equal(parseState({ uri, kept: true }).pinned, true, 'by its former name');
  });

  it('is not locked without a valid range', () => {
    for (const locked of [
      null,
      undefined,
      { values: 0, differences: 1, from: '' },
      { values: 1 },
    ]) {
      const { scope, locked: range } = parseState({ ...saved, locked });
      assert.deepEqual([scope, range], ['neuron', null]);
    }
  });

  it('keeps no position in an unknown neuron', () => {
    const { explanation, place, scroll, mode, marked } = parseState({ ...saved, uri: 7 });
    assert.deepEqual(
      [explanation, place, scroll, mode, marked],
      [null, null, 0, 'simulated', null],
    );
  });
});

describe('stateFor', () => {
  it('keeps everything for the same neuron', () => {
    assert.equal(stateFor(saved, saved.uri), saved);
  });

  it('keeps the mode, and starts at the best explanation and the top, for another', () => {
    const other = stateFor(saved, 'file:///5/132.jsonl');
    const top = {
      explanation: null,
      place: null,
      scroll: 0,
      findAt: null,
      miss: null,
      marked: null,
      card: null,
      opened: [],
    };
    assert.deepEqual(other, { ...saved, uri: 'file:///5/132.jsonl', ...top });
  });
});

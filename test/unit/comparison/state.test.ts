import assert from 'node:assert/strict';
import { parseState } from '../../../src/comparison/page/state.ts';

const saved = {
  left: { uri: 'file:///5/131.jsonl', explanation: 0 },
  right: { uri: 'file:///5/131.jsonl', explanation: 1 },
  order: 'score',
  layout: 'columns',
  place: 3,
  scroll: 240,
};

describe('the saved state of a comparison’s page', () => {
  it('is read as it was saved', () => {
    assert.deepEqual(parseState(JSON.parse(JSON.stringify(saved))), saved);
  });

  it('is at the top if it has no scroll position', () => {
    for (const invalid of [undefined, null, 'top', -1, NaN]) {
      const { place, scroll } = parseState({ ...saved, place: invalid, scroll: invalid });
      assert.deepEqual([place, scroll], [null, 0]);
    }
  });

  it('is in pixels from the top if an older version saved it', () => {
    const { left, right, order, scroll } = saved;
    const older = { left, right, order, scroll };
    assert.deepEqual(parseState(older), { ...older, layout: 'text', place: null });
  });

  it('is initial if nothing was saved', () => {
    for (const value of [undefined, null, 7, 'state']) {
      const { left, scroll } = parseState(value);
      assert.deepEqual([left.uri, scroll], ['', 0]);
    }
  });
});

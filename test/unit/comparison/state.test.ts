import assert from 'node:assert/strict';
import { parseState } from '../../../src/comparison/page/state.ts';

const saved = {
  left: { uri: 'file:///5/131.jsonl', explanation: 0 },
  right: { uri: 'file:///5/131.jsonl', explanation: 1 },
  order: 'score',
  scroll: 240,
};

describe('what the page of a comparison keeps', () => {
  it('comes back as it was', () => {
    assert.deepEqual(parseState(JSON.parse(JSON.stringify(saved))), saved);
  });

  it('is at the top where it says no place', () => {
    for (const scroll of [undefined, null, 'top', -1, NaN])
      assert.equal(parseState({ ...saved, scroll }).scroll, 0);
  });

  it('is nothing where nothing was kept', () => {
    for (const value of [undefined, null, 7, 'state']) {
      const { left, scroll } = parseState(value);
      assert.deepEqual([left.uri, scroll], ['', 0]);
    }
  });
});

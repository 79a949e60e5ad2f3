import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { SavedState } from '../../../src/ui/savedState.ts';

interface State {
  readonly mode: string;
  readonly place: number | null;
  readonly scroll: number;
}

const initialState: State = { mode: 'overlay', place: null, scroll: 0 };

describe('SavedState', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('saves a choice at once, and scrolling after a pause', () => {
    const saves: State[] = [];
    const saved = new SavedState(initialState, (state) => saves.push(state), 5);
    saved.set({ mode: 'actual' });
    assert.equal(saves.length, 1);
    for (let y = 1; y <= 100; y++) saved.setScroll(() => ({ place: 3, scroll: y }));
    assert.equal(saves.length, 1);
    mock.timers.tick(5);
    assert.deepEqual(saves.slice(1), [{ ...initialState, mode: 'actual', place: 3, scroll: 100 }]);
  });

  it('keeps the known position if a hidden page cannot read it', () => {
    const saved = new SavedState({ ...initialState, place: 3, scroll: 9 }, () => undefined, 5);
    saved.setScroll(() => null);
    saved.flush();
    assert.deepEqual(saved.state, { ...initialState, place: 3, scroll: 9 });
  });

  it('saves pending changes once when the page is hidden', () => {
    const saves: State[] = [];
    const saved = new SavedState(initialState, (state) => saves.push(state), 5);
    saved.setScroll(() => ({ place: null, scroll: 7 }));
    saved.flush();
    saved.flush();
    mock.timers.tick(5);
    assert.deepEqual(saves, [{ ...initialState, scroll: 7 }]);
  });
});

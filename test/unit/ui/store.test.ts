import assert from 'node:assert/strict';
import { Store } from '../../../src/ui/store.ts';

interface Lamp {
  readonly on: boolean;
  readonly colour: string;
}

class LampStore extends Store<Lamp> {
  set(change: Partial<Lamp>): void {
    this.change(change);
  }
}

describe('Store', () => {
  it('makes a new snapshot on each change, and notifies until unsubscribed', () => {
    const store = new LampStore({ on: false, colour: 'red' });
    const first = store.snapshot;
    const seen: Lamp[] = [];
    const stop = store.subscribe(() => seen.push(store.snapshot));
    store.set({ on: true });
    store.set({ colour: 'blue' });
    stop();
    store.set({ on: false });
    assert.deepEqual(first, { on: false, colour: 'red' });
    assert.deepEqual(seen, [
      { on: true, colour: 'red' },
      { on: true, colour: 'blue' },
    ]);
  });
});

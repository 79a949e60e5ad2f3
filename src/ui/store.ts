import { useEffect, useState } from 'preact/hooks';

/** The state that a page draws: one immutable value, replaced by each change. */
export class Store<Snapshot> {
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected change(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The store's current snapshot; each change redraws. */
export function useSnapshot<Snapshot>(store: Store<Snapshot>): Snapshot {
  const [snapshot, setSnapshot] = useState(store.snapshot);
  useEffect(() => {
    const update = () => setSnapshot(store.snapshot);
    update();
    return store.subscribe(update);
  }, [store]);
  return snapshot;
}

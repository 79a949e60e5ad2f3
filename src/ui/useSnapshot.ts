import { useEffect, useState } from 'preact/hooks';
import type { Store } from './store.ts';

/** The store's snapshot, drawn again on each new one. */
export function useSnapshot<Snapshot>(store: Store<Snapshot>): Snapshot {
  const [snapshot, setSnapshot] = useState(store.snapshot);
  useEffect(() => {
    const update = () => setSnapshot(store.snapshot);
    update();
    return store.subscribe(update);
  }, [store]);
  return snapshot;
}

import { useEffect, useState } from 'preact/hooks';
import type { Store } from './store.ts';

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

import { useEffect, useState } from 'preact/hooks';
import type { Model, Snapshot } from '../model.ts';

/** The model's snapshot, drawn again on each new one. */
export function useSnapshot(model: Model): Snapshot {
  const [snapshot, setSnapshot] = useState(model.snapshot);
  useEffect(() => {
    const update = () => setSnapshot(model.snapshot);
    update();
    return model.subscribe(update);
  }, [model]);
  return snapshot;
}

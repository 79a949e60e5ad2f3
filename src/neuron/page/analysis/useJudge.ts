import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Judge, JudgeSnapshot } from './judge.ts';

/** Null in a page without one. */
export const JudgeContext = createContext<Judge | null>(null);

export function useJudge(): Judge | null {
  return useContext(JudgeContext);
}

/** The judge's snapshot, drawn again on each new one. */
export function useJudgeSnapshot(judge: Judge): JudgeSnapshot {
  const [snapshot, setSnapshot] = useState(judge.snapshot);
  useEffect(() => {
    const update = () => setSnapshot(judge.snapshot);
    update();
    return judge.subscribe(update);
  }, [judge]);
  return snapshot;
}

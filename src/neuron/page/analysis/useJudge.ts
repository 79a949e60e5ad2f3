import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Judge } from './judge.ts';

/** Null in pages without an analysis panel. */
export const JudgeContext = createContext<Judge | null>(null);

export function useJudge(): Judge | null {
  return useContext(JudgeContext);
}

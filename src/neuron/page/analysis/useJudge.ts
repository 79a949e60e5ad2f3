import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Judge } from './judge.ts';

/** Null in a page without one. */
export const JudgeContext = createContext<Judge | null>(null);

export function useJudge(): Judge | null {
  return useContext(JudgeContext);
}

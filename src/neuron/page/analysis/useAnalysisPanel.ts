import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnalysisPanel } from './analysisPanel.ts';

/** Null in pages without an analysis panel. */
export const AnalysisPanelContext = createContext<AnalysisPanel | null>(null);

export function useAnalysisPanel(): AnalysisPanel | null {
  return useContext(AnalysisPanelContext);
}

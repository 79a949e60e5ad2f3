/** Messages of the analysis panel. */
import type { Analysis } from '../../analysis/analyse.ts';

export interface AnalysisMessage extends Analysis {
  readonly explanation: number;
}

/** The user asked for the next or previous miss, by key or in the Command Palette. */
export interface StepMiss {
  readonly type: 'miss';
  readonly step: 1 | -1;
}

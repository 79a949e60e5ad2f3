/** The messages about judging an explanation. */
import type { Analysis } from '../../analysis/analyse.ts';

export interface AnalysisMessage extends Analysis {
  readonly explanation: number;
}

/** The reader has asked, by a key or in the palette, for the next or the previous miss. */
export interface StepMiss {
  readonly type: 'miss';
  readonly step: 1 | -1;
}

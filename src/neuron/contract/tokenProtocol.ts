import type { Analysis } from '../../analysis/analyse.ts';
import type { Sequence } from './protocol.ts';

/** Longest text to search for in tokens, in characters. */
export const longestFind = 1000;

/** The simulator's prediction for one token. Null if the file has none. */
export interface TokenDistribution {
  readonly simulated: Distribution | null;
  /** Before calibration. */
  readonly uncalibrated: Distribution | null;
}

/** Distinct values in ascending order. Both lists are empty if the simulator skipped the token. */
export interface Distribution {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
  /** Sum of the probabilities. Often below 1: the simulator only sees the most likely values. */
  readonly mass: number;
  /** Of the probabilities divided by `mass`, in bits. Null if there are none. */
  readonly entropy: number | null;
}

/** Matches of a search, in the requested order of sequences. */
export interface Found {
  /** Includes matches that are not listed. */
  readonly total: number;
  readonly matches: readonly Match[];
}

export interface Match {
  /** Position of the sequence in the file. */
  readonly sequence: number;
  /** First and last token of the match. */
  readonly from: number;
  readonly to: number;
}

/** Messages of the analysis panel. */

export interface AnalysisMessage extends Analysis {
  readonly explanation: number;
}

/** The user asked for the next or previous miss, by key or in the Command Palette. */
export interface StepMiss {
  readonly type: 'miss';
  readonly step: 1 | -1;
}

/** Two sequences side by side. Null if one side has none. */
export interface ComparedRow {
  /** The same tokens and actual activations, only the same tokens, or neither. */
  readonly kind: 'shared' | 'tokens' | 'apart';
  readonly left: Sequence | null;
  readonly right: Sequence | null;
}

/** Rows with the same tokens: as on the left, or by the lead of a side. Others are last. */
export const rowOrders = ['stored', 'left', 'right'] as const;
export type RowOrder = (typeof rowOrders)[number];

export interface RowPage {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly ComparedRow[];
}

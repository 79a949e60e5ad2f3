import type { Sequence } from './protocol.ts';

/** Sequences that stand beside each other; null where a side has none. */
export interface ComparedRow {
  /** What the two have in common: tokens and actual activations, tokens, or nothing. */
  readonly kind: 'shared' | 'tokens' | 'apart';
  readonly left: Sequence | null;
  readonly right: Sequence | null;
}

/**
 * How the rows of the same tokens come: as stored on the left, or where that side is better first.
 * Those of one side come last.
 */
export const rowOrders = ['stored', 'left', 'right'] as const;
export type RowOrder = (typeof rowOrders)[number];

export interface RowPage {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly ComparedRow[];
}

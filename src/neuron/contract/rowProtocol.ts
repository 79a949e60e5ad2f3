import type { Sequence } from './protocol.ts';

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

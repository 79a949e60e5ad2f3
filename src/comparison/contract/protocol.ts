/** The messages between the extension's host and the page that compares two explanations, and all that they carry. */
import type { NeuronContent, Palette } from '../../neuron/contract/protocol.ts';
import type { RowOrder, RowPage } from '../../neuron/contract/rowProtocol.ts';
import type { Reply } from '../../panels/contract.ts';

export {
  type ComparedRow,
  type RowOrder,
  rowOrders,
  type RowPage,
} from '../../neuron/contract/rowProtocol.ts';

export type SideName = 'left' | 'right';

/** One of the two: a neuron, or why there is none, and which of its explanations. */
export interface ComparedSide {
  readonly content: NeuronContent;
  /** Its directory, where the other side is of another one; else empty. */
  readonly directory: string;
  /** `ExplanationSummary.index` of the compared one; null where there is none. */
  readonly explanation: number | null;
}

/** All that the page shows at first. */
export interface Comparison {
  /** Tells this one from those before: rows are asked for by it. */
  readonly version: number;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly order: RowOrder;
  readonly first: RowPage;
}

export type HostMessage =
  | { readonly type: 'show'; readonly comparison: Comparison }
  /** There is nothing to show, for this reason. */
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'palette'; readonly palette: Palette }
  | Reply;

/** What is compared, by which the host brings the panel back. */
export interface Compared {
  readonly left: StateSide;
  readonly right: StateSide;
  readonly order: RowOrder;
}

/** What the page's `setState` keeps. */
export interface PageState extends Compared {
  /** Pixels from the page's top. */
  readonly scroll: number;
}

export interface StateSide {
  readonly uri: string;
  readonly explanation: number | null;
}

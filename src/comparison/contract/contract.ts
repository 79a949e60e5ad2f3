import * as z from 'zod';
import {
  type NeuronContent,
  type RowOrder,
  rowOrders,
  type RowPage,
} from '../../neuron/contract/protocol.ts';
import type { LookMessage } from '../../tokens/contract.ts';
import {
  ask,
  type Asked,
  type ready,
  type Reply,
  type RequestMessage,
} from '../../panels/contract.ts';

export type { ComparedRow, RowOrder, RowPage } from '../../neuron/contract/protocol.ts';

const index = z.int().min(0);
const side = z.enum(['left', 'right']);
export type SideName = z.infer<typeof side>;

/** Requests of the page. Those that change what is compared are answered after `show`. */
export const requests = {
  rows: ask(z.object({ version: index, from: index })).answers<RowPage>(),
  /** Compares another explanation on that side. */
  choose: ask(z.object({ side, explanation: index })).answers<void>(),
  order: ask(z.object({ order: z.enum(rowOrders) })).answers<void>(),
  swap: ask().answers<void>(),
  /** Retries after a failure. */
  retry: ask().answers<void>(),
  /** Opens the neuron of a side. */
  open: ask(z.object({ side })).answers<void>(),
};
export type Requests = typeof requests;

export type PageMessage = z.infer<typeof ready> | RequestMessage<Asked<Requests>>;

export type HostMessage =
  | { readonly type: 'show'; readonly comparison: Comparison }
  | { readonly type: 'failed'; readonly reason: string }
  | LookMessage
  | Reply;

/** What the page shows at first. */
export interface Comparison {
  /** Requests for rows name it, so that no row of an earlier comparison is shown. */
  readonly version: number;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly order: RowOrder;
  readonly first: RowPage;
}

export interface ComparedSide {
  /** The neuron, or why there is none. */
  readonly content: NeuronContent;
  /** The name of its directory; empty if both sides are in the same. */
  readonly directory: string;
  /** `ExplanationSummary.index`; null if there is none. */
  readonly explanation: number | null;
}

const stateSide = z.object({ uri: z.string(), explanation: index.nullable().catch(null) });
const compared = z.object({
  left: stateSide,
  right: stateSide,
  order: z.enum(rowOrders).catch('stored'),
});

/** The saved state that the host needs to restore the panel. */
export type Compared = Readonly<z.infer<typeof compared>>;

/** One text with the bars of both simulations, or texts side by side. */
export type Layout = 'text' | 'columns';

/** The page's saved state. */
export interface PageState extends Compared {
  readonly layout: Layout;
  /** The index of the row at the top of the window; null above the first row. */
  readonly place: number | null;
  /** Pixels from the top of that row, or of the page. */
  readonly scroll: number;
}

/** Validates a saved state, of any version; undefined if nothing can be restored. */
export function parsePageState(state: unknown): Compared | undefined {
  return compared.safeParse(state).data;
}

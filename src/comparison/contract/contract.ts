import * as z from 'zod';
import { ask, type Asked, type ready, type RequestMessage } from '../../panels/contract.ts';
import { type Compared, rowOrders, type RowPage } from './protocol.ts';

const index = z.int().min(0);
const side = z.enum(['left', 'right']);

/** What the page asks for. Those that change what is compared are answered after `show`. */
export const requests = {
  rows: ask(z.object({ version: index, from: index })).answers<RowPage>(),
  /** Compares another explanation of that side. */
  choose: ask(z.object({ side, explanation: index })).answers<void>(),
  order: ask(z.object({ order: z.enum(rowOrders) })).answers<void>(),
  swap: ask().answers<void>(),
  /** Tries again to show what could not be shown. */
  retry: ask().answers<void>(),
  /** Opens the neuron of a side. */
  open: ask(z.object({ side })).answers<void>(),
};
export type Requests = typeof requests;

export type PageMessage = z.infer<typeof ready> | RequestMessage<Asked<Requests>>;

const stateSide = z.object({ uri: z.string(), explanation: index.nullable().catch(null) });
const pageState = z.object({
  left: stateSide,
  right: stateSide,
  order: z.enum(rowOrders).catch('stored'),
});

/** What the host needs of what a page has kept, checked. */
export function parsePageState(state: unknown): Compared | undefined {
  return pageState.safeParse(state).data;
}

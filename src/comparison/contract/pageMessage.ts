import * as z from 'zod';
import { type Compared, type PageMessage, rowOrders } from './protocol.ts';

const index = z.int().min(0);
const side = z.enum(['left', 'right']);

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rows'), version: index, from: index }),
  z.object({ type: z.literal('choose'), side, explanation: index }),
  z.object({ type: z.literal('order'), order: z.enum(rowOrders) }),
  z.object({ type: z.literal('swap') }),
  z.object({ type: z.literal('retry') }),
  z.object({ type: z.literal('open'), side }),
]);

const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('request'), id: z.number(), request }),
]);

/** A message of the page, checked; undefined for what is none. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  return pageMessage.safeParse(message).data;
}

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

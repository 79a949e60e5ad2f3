import * as z from 'zod';
import { columns, type PageMessage, type PageState } from './protocol.ts';

/** A page has no business with more rows than any screen shows. */
const mostRows = 1000;

const place = z.int().min(0);
const range = z.tuple([z.number(), z.number()]).nullable();

const options = z.object({
  sort: z.object({ column: z.enum(columns), descending: z.boolean() }),
  query: z.string().max(10_000),
  selection: z.object({ layers: range, scores: range }),
});

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('view'), options }),
  z.object({
    type: z.literal('rows'),
    view: place,
    from: place,
    count: z.int().min(1).max(mostRows),
  }),
  z.object({
    type: z.literal('open'),
    layerName: z.string().regex(/^\d+$/),
    fileName: z.string().regex(/^\d+\.jsonl$/),
    keep: z.boolean(),
    preserveFocus: z.boolean(),
  }),
  z.object({ type: z.literal('saveTable') }),
  z.discriminatedUnion('format', [
    z.object({ type: z.literal('savePlot'), format: z.literal('svg'), content: z.string() }),
    z.object({
      type: z.literal('savePlot'),
      format: z.literal('png'),
      content: z.instanceof(Uint8Array),
    }),
  ]),
]);

const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('request'), id: z.number(), request }),
]);

/** A message of the page, checked; undefined for what is none. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  return pageMessage.safeParse(message).data;
}

const pageState = z.object({
  uri: z.string().min(1),
  layer: z.string().regex(/^\d+$/).nullable(),
});

/** What the host needs of a page's saved state, to bring a panel back. */
export function parsePageState(state: unknown): Pick<PageState, 'uri' | 'layer'> | undefined {
  return pageState.safeParse(state).data;
}

import * as z from 'zod';
import { ask, type Asked, type ready, type RequestMessage } from '../../panels/contract.ts';
import { columns, type Row, type View } from './protocol.ts';

/** A page has no business with more rows than any screen shows. */
const mostRows = 1000;

/** Of a neuron or a layer. */
const key = z.string().min(1).max(4096);
const place = z.int().min(0);

const sort = z.object({ column: z.enum(columns), descending: z.boolean() });
export type Sort = Readonly<z.infer<typeof sort>>;

const range = z.tuple([z.number(), z.number()]).readonly().nullable();

/** A range of layers, by their numbers, and of best scores; both ends belong to it, null is no limit. */
const selection = z.object({ layers: range, scores: range });
export type Selection = Readonly<z.infer<typeof selection>>;

/** What the table shows, and in which order. */
const viewOptions = z.object({ sort, query: z.string().max(10_000), selection });
export type ViewOptions = Readonly<z.infer<typeof viewOptions>>;

/** A picture of the plot, which the page has drawn. */
const picture = z.discriminatedUnion('format', [
  z.object({ format: z.literal('svg'), content: z.string() }),
  z.object({ format: z.literal('png'), content: z.instanceof(Uint8Array) }),
]);
export type Picture = Readonly<z.infer<typeof picture>>;

/** What the page asks for. */
export const requests = {
  view: ask(viewOptions).answers<View>(),
  /** Null where the view is not the latest. */
  rows: ask(z.object({ view: place, from: place, count: z.int().min(1).max(mostRows) })).answers<
    readonly Row[] | null
  >(),
  /** Shows a neuron in the preview; `keep` gives it a tab of its own. */
  open: ask(
    z.object({
      /** The key of the neuron. */
      key,
      keep: z.boolean(),
      preserveFocus: z.boolean(),
    }),
  ).answers<void>(),
  /** Saves the rows of the table where the reader says. Answered by whether it was saved. */
  saveTable: ask().answers<boolean>(),
  /** As `saveTable`. */
  savePlot: ask(picture).answers<boolean>(),
};
export type Requests = typeof requests;

export type PageMessage = z.infer<typeof ready> | RequestMessage<Asked<Requests>>;

/** What the page keeps with `setState`. */
export interface PageState extends ViewOptions {
  readonly uri: string;
  readonly layer: string | null;
  /** The first row in sight. */
  readonly top: number;
}

const pageState = z.object({ uri: z.string().min(1), layer: key.nullable() });

/** What the host needs of a page's saved state, to bring a panel back. */
export function parsePageState(state: unknown): Pick<PageState, 'uri' | 'layer'> | undefined {
  return pageState.safeParse(state).data;
}

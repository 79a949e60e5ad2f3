import * as z from 'zod';
import type { ScoreValue } from '../../model/score.ts';
import type { Group } from '../../model/unit.ts';
import {
  ask,
  type Asked,
  type ready,
  type Reply,
  type RequestMessage,
} from '../../panels/contract.ts';
import { columns } from './columns.ts';

/** No screen shows more. */
const mostRows = 1000;

/** Of a neuron or a layer. */
const key = z.string().min(1).max(4096);
const index = z.int().min(0);

const column = z.union([z.enum(columns), z.templateLiteral(['score:', z.string().max(100)])]);
const sort = z.object({ column, descending: z.boolean() });
export type Sort = Readonly<z.infer<typeof sort>>;

const range = z.tuple([z.number(), z.number()]).readonly().nullable();

/** Ranges of layer numbers and of best scores, with both ends; null is no limit. */
const selection = z.object({ layers: range, scores: range });
export type Selection = Readonly<z.infer<typeof selection>>;

/** What the table shows, and in which order. */
const viewOptions = z.object({ sort, query: z.string().max(10_000), selection });
export type ViewOptions = Readonly<z.infer<typeof viewOptions>>;

/** The plot, drawn by the page. */
const picture = z.discriminatedUnion('format', [
  z.object({ format: z.literal('svg'), content: z.string() }),
  z.object({ format: z.literal('png'), content: z.instanceof(Uint8Array) }),
]);
export type Picture = Readonly<z.infer<typeof picture>>;

export const requests = {
  view: ask(viewOptions).answers<View>(),
  /** Null if the view is not the latest. */
  rows: ask(z.object({ view: index, from: index, count: z.int().min(1).max(mostRows) })).answers<
    readonly Row[] | null
  >(),
  /** Opens a neuron: in the preview, or `pinned` in a tab of its own. */
  open: ask(
    z.object({
      /** The key of the neuron. */
      key,
      pinned: z.boolean(),
      preserveFocus: z.boolean(),
    }),
  ).answers<void>(),
  /** Opens the overview of a directory of the window. */
  openDirectory: ask(z.object({ uri: z.string().min(1).max(10_000) })).answers<void>(),
  /** Saves the rows of the table; false if the reader cancels. */
  saveTable: ask().answers<boolean>(),
  /** Saves the plot; false if the reader cancels. */
  savePlot: ask(picture).answers<boolean>(),
};
export type Requests = typeof requests;

export type PageMessage = z.infer<typeof ready> | RequestMessage<Asked<Requests>>;

export type HostMessage =
  | { readonly type: 'show'; readonly overview: OverviewDocument }
  | { readonly type: 'failed'; readonly failure: OverviewFailure }
  | { readonly type: 'directories'; readonly directories: readonly DirectorySummary[] }
  | Reply;

/** One of several directories of the window. */
export interface DirectorySummary {
  readonly uri: string;
  /** Short, and unique in the window. */
  readonly name: string;
  /** Null until they are counted. */
  readonly totals: Totals | null;
  /** When a file was last modified, in milliseconds since 1970; null if that is unknown. */
  readonly modified: number | null;
}

/** An overview without the rows of its table. */
export interface OverviewDocument {
  /** The directory's URI. */
  readonly uri: string;
  /** The layer's key; null for a whole directory. */
  readonly layer: string | null;
  readonly title: string;
  /** The directory's path, to be shown. */
  readonly path: string;
  /** In numerical order. */
  readonly layers: readonly LayerSummary[];
  readonly totals: Totals;
  /** Number of scores outside all bins. */
  readonly beyond: number;
  /** The keys of the kinds of scores, the preferred one first. */
  readonly scoreKinds: readonly string[];
  /** Null if the directory is not indexed. */
  readonly progress: Progress | null;
}

/** In place of an overview: why its directory cannot be shown. */
export interface OverviewFailure extends Pick<OverviewDocument, 'title' | 'path'> {
  readonly reason: string;
  /** What to expect. */
  readonly detail: string;
}

/** Progress of indexing, in neurons. */
export interface Progress {
  /** `partial`: of a store, only what someone looked at or asked for. */
  readonly state: 'reading' | 'paused' | 'partial' | 'done';
  /** Neurons with any row, and those that are indexed. */
  readonly known: number;
  readonly exact: number;
  readonly total: number;
  /** Whether `total` is final. */
  readonly listed: boolean;
}

export interface LayerSummary extends Group {
  readonly totals: Totals;
  /** Number of neurons by the bin of their best score; see `bins.ts`. */
  readonly bins: readonly number[];
}

export interface Totals {
  readonly neurons: number;
  readonly read: number;
  readonly withoutExplanation: number;
  /** Neurons whose best explanation has no score, or an undefined one. */
  readonly undefinedScores: number;
  /** Neurons whose files have problems or cannot be read. */
  readonly problemFiles: number;
  /** Neurons whose files cannot be read. */
  readonly unreadable: number;
  /** Of the best scores, like the next two; null if there are none. */
  readonly median: number | null;
  readonly mean: number | null;
  readonly best: number | null;
}

/** A neuron with its best explanation. */
export interface Row {
  /** The key of the neuron. */
  readonly key: string;
  /** `5:131` */
  readonly id: string;
  /** In the order of `OverviewDocument.scoreKinds`; empty if there is no explanation. */
  readonly scores: readonly ScoreValue[];
  /** On one line; null if there is none. */
  readonly explanation: string | null;
  /** Number of other explanations. */
  readonly more: number;
  readonly sequences: number | null;
  readonly tokens: number | null;
  readonly problems: number;
  /** When the file was modified, in milliseconds since 1970; null if that is unknown. */
  readonly modified: number | null;
  /** Why there is no explanation, in words; null if there is one. */
  readonly remark: string | null;
}

/** The result of `ViewOptions`. */
export interface View {
  /** Requests for rows name it. Only the latest view has rows. */
  readonly view: number;
  /** Of the neurons in the table; `neurons` is the number of rows. */
  readonly totals: Totals;
  /** Problems of the query, in sentences. */
  readonly problems: readonly string[];
  /** Whether the result changes as time passes. */
  readonly dependsOnTime: boolean;
}

/** The page's saved state. */
export interface PageState extends ViewOptions {
  readonly uri: string;
  readonly layer: string | null;
  /** The first visible row. */
  readonly top: number;
}

const pageState = z.object({ uri: z.string().min(1), layer: key.nullable() });

/** Validates what restores a panel from a saved state, of any version; undefined if invalid. */
export function parsePageState(state: unknown): Pick<PageState, 'uri' | 'layer'> | undefined {
  return pageState.safeParse(state).data;
}

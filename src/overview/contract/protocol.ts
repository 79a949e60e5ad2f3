/** The messages between the extension's host and the overview's page, and all that they carry. */
import type { Group } from '../../model/unit.ts';
import type { Reply } from '../../panels/contract.ts';

/** An overview as the page shows it, but for the rows of its table. */
export interface OverviewDocument {
  /** The directory's URI, and the key of the layer where it is of one: what the panel is brought back by. */
  readonly uri: string;
  readonly layer: string | null;
  readonly title: string;
  /** The directory's path, for people. */
  readonly path: string;
  /** In numerical order. */
  readonly layers: readonly LayerSummary[];
  readonly totals: Totals;
  /** Scores that no bin has room for. */
  readonly beyond: number;
  /** Null where nobody reads the directory. */
  readonly progress: Progress | null;
}

/** How far the directory has been read. */
export interface Progress {
  readonly state: 'reading' | 'paused' | 'done';
  readonly exact: number;
  readonly total: number;
  /** Whether `total` is all that there are. */
  readonly listed: boolean;
}

export interface LayerSummary extends Group {
  readonly totals: Totals;
  /** How many of its neurons have a best score in each bin; see `bins.ts`. */
  readonly bins: readonly number[];
}

/** What there is to say of many neurons in numbers. The last three are of the best scores; null where there is none. */
export interface Totals {
  readonly neurons: number;
  readonly read: number;
  readonly withoutExplanation: number;
  /** Neurons whose best explanation has no score, or one without a value. */
  readonly undefinedScores: number;
  /** Neurons whose files have problems or cannot be read. */
  readonly problemFiles: number;
  readonly median: number | null;
  readonly mean: number | null;
  readonly best: number | null;
}

/** null where the file has none, `undefined` in words where it has no value: messages are JSON. */
export type Score = number | 'undefined' | null;

/** A neuron with its best explanation. */
export interface Row {
  /** The key of the neuron. */
  readonly key: string;
  /** `5:131` */
  readonly id: string;
  readonly score: Score;
  readonly rSquared: Score;
  readonly absoluteDev: Score;
  /** On one line; null where there is none to read. */
  readonly explanation: string | null;
  /** How many more explanations there are. */
  readonly more: number;
  readonly sequences: number | null;
  readonly tokens: number | null;
  readonly problems: number;
  /** Why there is nothing, in words: the file could not be read, or was not yet. */
  readonly remark: string | null;
}

export const columns = [
  'neuron',
  'score',
  'explanation',
  'rSquared',
  'absoluteDev',
  'sequences',
  'tokens',
  'problems',
] as const;
export type Column = (typeof columns)[number];

/** What came of `ViewOptions`. Its rows are asked for by its number, as long as no other view has been asked for. */
export interface View {
  readonly view: number;
  /** Of the neurons in the table; its `neurons` is how many rows there are. */
  readonly totals: Totals;
  /** What is not understood of the query, in sentences. */
  readonly problems: readonly string[];
}

export type HostMessage = { readonly type: 'show'; readonly overview: OverviewDocument } | Reply;

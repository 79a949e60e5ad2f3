/** Messages of the host to the neuron page. Those of the page are in `contract.ts`. */
import type { ActivationHistogram } from '../../analysis/activationHistogram.ts';
import type { Analysis } from '../../analysis/analyse.ts';
import type { SequenceGroups } from '../../analysis/groups.ts';
import type { SiblingKind } from '../../format/siblingPaths.ts';
import type { Score } from '../../model/score.ts';
import type { Reply } from '../../panels/contract.ts';
import type { RelatedDataChanged, RelatedDataFound } from './relatedDataProtocol.ts';
import type {
  DefaultChoices,
  ExplanationScale,
  LookMessage,
  Sequence,
  SequencePage,
  ViewChoices,
} from '../../tokens/contract.ts';

/** A neuron, or why it cannot be shown. */
export type NeuronContent = NeuronDocument | NeuronFailure;

export interface NeuronDocument {
  readonly kind: 'neuron';
  /** Of the file. The saved state of the page belongs to it. */
  readonly uri: string;
  /** `5:131`, from the path. If the ID in the file differs, `problems` says so. */
  readonly title: string;
  /** Labels. */
  readonly layer: string;
  readonly neuron: string;
  /** Shortened for display. */
  readonly path: string;
  /** Best preferred score first. Those without a score are last, in the order of the file. */
  readonly explanations: readonly ExplanationSummary[];
  readonly problems: readonly ProblemMessage[];
  /** Problems beyond those listed. */
  readonly moreProblems: number;
  /** Data beside the explanations. Absent if not searched for. */
  readonly relatedData?: RelatedDataFound;
}

export interface NeuronFailure {
  readonly kind: 'failure';
  readonly uri: string;
  readonly title: string;
  readonly path: string;
  /** One sentence. */
  readonly reason: string;
  /** What was expected and found, or what to do. May be empty. */
  readonly detail: string;
  /** Whether the file has content to show as text. */
  readonly canOpenText: boolean;
  /** The neuron that the file was moved to, such as `7:131`, if known. */
  readonly movedTo?: string;
}

export interface ExplanationSummary {
  /** Position in the file. It identifies the explanation. */
  readonly index: number;
  /** As in the file: untrimmed, perhaps empty, or null. */
  readonly text: string | null;
  /** The preferred one first. */
  readonly scores: readonly Score[];
  /** Over all sequences. */
  readonly tokenCount: number;
  readonly sequenceCount: number;
  readonly scale: ExplanationScale;
  /** Which sequences are top-activating. Null if that cannot be determined. */
  readonly groups: SequenceGroups | null;
}

export interface ProblemMessage {
  readonly severity: 'error' | 'warning' | 'info';
  /** Such as `scored_explanations[0].explanation`. Empty for the whole file. */
  readonly where: string;
  readonly message: string;
  /** The same, for `openJson`. */
  readonly path: JsonPath;
}

export type JsonPath = readonly (string | number)[];

/** The user's choices and position. Saved by `setState`, so it must be JSON. */
export interface PageState extends ViewChoices {
  /** The neuron that `explanation`, `place` and `scroll` belong to. */
  readonly uri: string;
  /** `ExplanationSummary.index`. Null for the best. */
  readonly explanation: number | null;
  /** Position of the sequence at the top of the window. Null above the first. */
  readonly place: number | null;
  /** In pixels, from the top of that sequence, or of the page. */
  readonly scroll: number;
  /** False for a preview, which the next neuron replaces. The host restores it. */
  readonly pinned: boolean;
  /** Whether the analysis panel is open. */
  readonly analysis: boolean;
  /** Width of the analysis panel in pixels. Null for the usual one. */
  readonly analysisWidth: number | null;
  /** Whether the table of explanations is open. */
  readonly tableOpen: boolean;
  /** Whether the find widget is open, its text, and its current match. */
  readonly findOpen: boolean;
  readonly find: string;
  readonly findAt: number | null;
  readonly findCase: boolean;
  readonly findRegex: boolean;
  /** Falls back to the sequences if the neuron lacks this data. */
  readonly view: View;
  /** Filter of the misses, and the rank of the current one. */
  readonly misses: MissFilter;
  readonly miss: number | null;
  /** Selection in the plot. Tokens in it are marked. */
  readonly marked: Box | null;
  /** The token whose card is pinned. */
  readonly card: { readonly sequence: number; readonly token: number } | null;
  /** Expanded parts. */
  readonly opened: readonly Part[];
}

export const views = [
  'sequences',
  'records',
  'tokensByActivation',
  'tokensByWeight',
  'connections',
] as const satisfies readonly ('sequences' | SiblingKind)[];
export type View = (typeof views)[number];

export const missFilters = ['all', 'falsePositive', 'falseNegative'] as const;
export type MissFilter = (typeof missFilters)[number];

/** Parts of the page that can be expanded. */
export const parts = ['problems', 'misses', 'topTokens', 'marks'] as const;
export type Part = (typeof parts)[number];

/** Inclusive, smaller end first. */
export type Interval = readonly [number, number];

/** A selection in the plot, in the units of its axes. Null for an unbounded side. */
export interface Box {
  readonly simulated: Interval | null;
  readonly actual: Interval | null;
}

export type HostMessage =
  /** Replaces the content. `first` is of the explanation that the page asked for, else the best. */
  | {
      readonly type: 'show';
      /** Grows with each change of what is shown. */
      readonly version: number;
      readonly content: NeuronContent;
      readonly first: SequencePage | null;
      readonly pinned: boolean;
      /** Absent if the neuron has no star, verdict or note. */
      readonly note?: ShownNote;
    }
  | { readonly type: 'pinned'; readonly pinned: boolean }
  | LookMessage
  /** Embedded, they are for a page that saved none. Sent, a setting changed. */
  | { readonly type: 'choices'; readonly choices: DefaultChoices }
  | StepMiss
  | OpenFind
  | NoteMessage
  | RelatedDataChanged
  | ShareMessage
  | Reply;

/** Longest text to search for in tokens, in characters. */
export const longestFind = 1000;

/** Matches of a search, in the requested order of sequences. */
export interface Found {
  /** Includes matches that are not listed. */
  readonly total: number;
  readonly matches: readonly Match[];
}

export interface Match {
  /** Position of the sequence in the file. */
  readonly sequence: number;
  /** First and last token of the match. */
  readonly from: number;
  readonly to: number;
}

export interface AnalysisMessage extends Analysis {
  readonly explanation: number;
}

/** The distribution of the neuron's activations. */
export interface ActivationsMessage extends ActivationHistogram {
  /** Whether the neuron's activation record was counted, or the explanation's sequences. */
  readonly source: 'records' | 'sequences';
  /** Number of records or sequences counted. */
  readonly texts: number;
}

/** The user asked for the next or previous miss, by key or in the Command Palette. */
export interface StepMiss {
  readonly type: 'miss';
  readonly step: 1 | -1;
}

/** Opens the find widget. */
export interface OpenFind {
  readonly type: 'find';
}

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

export type ShownVerdict = 'right' | 'partly' | 'wrong';

/** The user's star, verdict and note. */
export interface ShownNote {
  readonly starred: boolean;
  readonly verdict: ShownVerdict | null;
  /** Empty if there is none. */
  readonly note: string;
}

/** The star, verdict or note of this neuron changed. */
export interface NoteMessage {
  readonly type: 'note';
  readonly uri: string;
  readonly note: ShownNote;
}

export type CopyFormat = 'text' | 'markdown' | 'html';
export type FigureFormat = 'svg' | 'png';

/** A command for the page, which knows what is in view and draws figures. */
export type ShareMessage =
  | {
      readonly type: 'copySequence';
      readonly format: CopyFormat;
      /** `Sequence.index` from a context menu. Null for the sequence of the current token. */
      readonly sequence: number | null;
    }
  | {
      readonly type: 'exportFigure';
      readonly format: FigureFormat;
      /** As above. Null for the selected sequences, else those in view. */
      readonly sequence: number | null;
    };

/** Tells VS Code which sequence a context menu was opened on. */
export interface SequenceContext {
  readonly webviewSection: 'sequence';
  readonly sequence: number;
}

/** Messages of the host to the neuron page. Those of the page are in `contract.ts`. */
import type { Extent } from '../../analysis/points.ts';
import type { SequenceGroups } from '../../analysis/groups.ts';
import type { SiblingKind } from '../../format/siblingFile.ts';
import type { Score } from '../../model/score.ts';
import type { Reply } from '../../panels/contract.ts';
import type { StepMiss } from './tokenProtocol.ts';
import type { LinearMap } from '../../analysis/calibration.ts';
import type { UnitsMap } from '../../analysis/simulation.ts';
import type { Units } from '../../model/explanation.ts';
import type { NoteMessage, ShownNote } from './notesProtocol.ts';
import type { RelatedDataChanged, RelatedDataFound } from './relatedDataProtocol.ts';
import type { ShareMessage } from './shareProtocol.ts';
import type { Order, ViewChoices } from './viewChoices.ts';

export type { Mode } from './viewChoices.ts';

/** Values of the setting `palette`. */
export type Palette = 'greenAmber' | 'blueOrange' | 'redBlue';

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

/** Ranges of values over all sequences of an explanation. Colours are relative to them. */
export interface ExplanationScale {
  /** `neuron`: in the neuron's units, sharing a scale with actual values. `normalized`: on 0–10. */
  readonly simulatedUnits: Units;
  /** Smallest and largest finite value. Null if there is none. */
  readonly actual: Extent | null;
  readonly simulated: Extent | null;
  readonly difference: DifferenceScale;
  /** Null if the explanation has only one simulation. */
  readonly uncalibrated: UncalibratedScale | null;
}

/** Differences simulated − actual, in the neuron's units. */
export interface DifferenceScale extends UnitsMap {
  readonly extent: Extent | null;
}

/** The simulation before calibration, on the simulator's scale from 0 to 10. */
export interface UncalibratedScale {
  readonly extent: Extent | null;
  /** The calibration. Null if it is not linear. */
  readonly map: LinearMap | null;
  readonly difference: DifferenceScale;
}

export interface Sequence {
  /** Position in the explanation's list of sequences. */
  readonly index: number;
  readonly tokens: readonly string[];
  /** One value per token. NaN if missing; infinities stay. */
  readonly actual: Float64Array;
  /** Empty if the sequence was not simulated. */
  readonly simulated: Float64Array;
  /** Before calibration. Null if the sequence or the explanation has only one simulation. */
  readonly uncalibrated: Float64Array | null;
  /** 1 if the simulator predicted the token, 0 if it skipped it. Null if all are 1 or unknown. */
  readonly predicted: Uint8Array | null;
  /** As `ExplanationSummary.scores`. */
  readonly scores: readonly Score[];
}

/** Consecutive sequences. A file with thousands is sent in parts, as the user scrolls. */
export interface SequencePage {
  readonly explanation: number;
  readonly order: Order;
  /** Index in that order. */
  readonly from: number;
  readonly total: number;
  readonly sequences: readonly Sequence[];
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
  /** Text of the search in tokens, and its current match. */
  readonly find: string;
  readonly findAt: number | null;
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
  | { readonly type: 'palette'; readonly palette: Palette }
  | StepMiss
  | NoteMessage
  | RelatedDataChanged
  | ShareMessage
  | Reply;

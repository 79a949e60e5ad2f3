/**
 * The messages between the extension's host and the neuron's page, and all that they carry.
 *
 * The host sends `HostMessage`s unasked; what the page sends is in `contract.ts`.
 */
import type { Extent } from '../../analysis/extent.ts';
import type { SequenceGroups } from '../../analysis/groups.ts';
import type { SiblingKind } from '../../format/siblingFile.ts';
import type { Score } from '../../model/score.ts';
import type { Reply } from '../../panels/protocol.ts';
import type { StepMiss } from './analysisProtocol.ts';
import type { LinearMap } from '../../analysis/linearMap.ts';
import type { UnitsMap } from '../../analysis/simulation.ts';
import type { Units } from '../../model/explanation.ts';
import type { NoteMessage, ShownNote } from './notesProtocol.ts';
import type { SiblingChanged, SiblingsFound } from './siblingsProtocol.ts';
import type { TakeMessage } from './takeProtocol.ts';
import type { Order, ViewChoices } from './viewChoices.ts';

export type { Mode } from './viewChoices.ts';

/** The setting `palette`. */
export type Palette = 'greenAmber' | 'blueOrange' | 'redBlue';

/** What the page shows: a neuron, or why there is none. */
export type NeuronContent = NeuronDocument | NeuronFailure;

export interface NeuronDocument {
  readonly kind: 'neuron';
  /** The file's URI; the page's saved state belongs to it. */
  readonly uri: string;
  /** `5:131`, by the file's place; a difference from the id inside is among `problems`. */
  readonly title: string;
  /** Labels. */
  readonly layer: string;
  readonly neuron: string;
  /** The file's path, short, for people. */
  readonly path: string;
  /** Ranked by preferred score, best first; those without a score last, in the file's order. */
  readonly explanations: readonly ExplanationSummary[];
  readonly problems: readonly ProblemMessage[];
  /** How many problems there are beyond those listed. */
  readonly moreProblems: number;
  /** Which data lies beside the explanations; absent where it was not looked for. */
  readonly siblings?: SiblingsFound;
}

export interface NeuronFailure {
  readonly kind: 'failure';
  readonly uri: string;
  readonly title: string;
  readonly path: string;
  /** One sentence: what is wrong with the file. */
  readonly reason: string;
  /** What was expected and what was found, or what to do, if there is more to say. */
  readonly detail: string;
  /** Whether there are bytes to look at as text. */
  readonly canOpenText: boolean;
  /** The neuron that the file is now, such as `7:131`, if it was moved to a known place. */
  readonly movedTo?: string;
}

export interface ExplanationSummary {
  /** The explanation's place in the file, which is its identity here. */
  readonly index: number;
  /** As the file has it: untrimmed, possibly empty, or null. */
  readonly text: string | null;
  /** The preferred one first. */
  readonly scores: readonly Score[];
  /** Tokens over all sequences. */
  readonly tokenCount: number;
  readonly sequenceCount: number;
  readonly scale: ExplanationScale;
  /** Which sequences are top-activating; null if that cannot be told. */
  readonly groups: SequenceGroups | null;
}

/** What colours mean for one explanation, over all of its sequences. */
export interface ExplanationScale {
  /**
   * `neuron`: the simulation is in the units of the neuron's activations, so both share one scale.
   * `normalized`: it is on the simulator's 0-10 scale, which has a scale of its own.
   */
  readonly simulatedUnits: Units;
  /** Smallest and largest finite value; null where there is none. */
  readonly actual: Extent | null;
  readonly simulated: Extent | null;
  readonly difference: DifferenceScale;
  /** Null where the explanation has one simulation. */
  readonly uncalibrated: UncalibratedScale | null;
}

/** The differences simulated − actual, in the units of the neuron's activations. */
export interface DifferenceScale extends UnitsMap {
  readonly extent: Extent | null;
}

/** The simulation before calibration, which is on the simulator's 0-10. */
export interface UncalibratedScale {
  readonly extent: Extent | null;
  /** What calibration made of it, where that is linear. */
  readonly map: LinearMap | null;
  readonly difference: DifferenceScale;
}

export interface Sequence {
  /** Its place in the explanation's list. */
  readonly index: number;
  readonly tokens: readonly string[];
  /** One value a token; NaN where it is missing, and infinities as they are. */
  readonly actual: Float64Array;
  /** Empty if the sequence was not simulated. */
  readonly simulated: Float64Array;
  /**
   * The simulation before calibration; null where the sequence has none, or the explanation one
   * simulation.
   */
  readonly uncalibrated: Float64Array | null;
  /**
   * 1 where the simulator made a prediction, 0 where it skipped the token (its distribution is empty while
   * others are not). Null where every token has one or none can tell.
   */
  readonly predicted: Uint8Array | null;
  /** As `ExplanationSummary.scores`. */
  readonly scores: readonly Score[];
}

/** A run of an explanation's sequences, so that a file of thousands is sent as it is scrolled. */
export interface SequencePage {
  readonly explanation: number;
  readonly order: Order;
  /** The place in that order. */
  readonly from: number;
  readonly total: number;
  readonly sequences: readonly Sequence[];
}

export interface ProblemMessage {
  readonly severity: 'error' | 'warning' | 'info';
  /** Where in the file, as one reads it: `scored_explanations[0].explanation`; empty for the whole file. */
  readonly where: string;
  readonly message: string;
  /** The JSON path, for `openJson`. */
  readonly path: JsonPath;
}

export type JsonPath = readonly (string | number)[];

/** What the reader chose in the page; kept by the page's `setState`, so it must be JSON. */
export interface PageState extends ViewChoices {
  /** The neuron that `explanation`, `place` and `scroll` belong to. */
  readonly uri: string;
  /** `ExplanationSummary.index` of the chosen one; null for the best. */
  readonly explanation: number | null;
  /** The place in the list of the sequence at the top of the window; null above the first. */
  readonly place: number | null;
  /** Pixels from that sequence's top, or from the page's. */
  readonly scroll: number;
  /** Whether the panel was kept open rather than a preview; the host restores it. */
  readonly kept: boolean;
  /** Whether the column with the analysis is open. */
  readonly analysis: boolean;
  /** The text in “Find in tokens”, and the match that the walk is at. */
  readonly find: string;
  readonly findAt: number | null;
  /** Which data of the neuron is shown; the simulated sequences where a neuron has no such. */
  readonly view: View;
  /** Which misses are listed, and the rank of the one that the walk is at. */
  readonly misses: MissFilter;
  readonly miss: number | null;
  /** The values whose tokens are marked. */
  readonly marked: Box | null;
  /** The token whose card is pinned. */
  readonly card: { readonly sequence: number; readonly token: number } | null;
  /** What the neuron's page shows in full. */
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

/** Which misses are listed and walked through. */
export const missFilters = ['all', 'falsePositive', 'falseNegative'] as const;
export type MissFilter = (typeof missFilters)[number];

/** What can be folded out. */
export const parts = ['problems', 'misses', 'topTokens', 'marks'] as const;
export type Part = (typeof parts)[number];

/** From the smaller to the larger, both in it. */
export type Interval = readonly [number, number];

/** A part of the plot, in the units of its axes; an open side is null. */
export interface Box {
  readonly simulated: Interval | null;
  readonly actual: Interval | null;
}

export type HostMessage =
  /** Replace what is shown; `first` holds the first page of the explanation that the page asked for, else the best. */
  | {
      readonly type: 'show';
      /** Of all that it says: a greater one says something else. */
      readonly version: number;
      readonly content: NeuronContent;
      readonly first: SequencePage | null;
      readonly kept: boolean;
      /** Left out where nothing is noted. */
      readonly note?: ShownNote;
    }
  | { readonly type: 'kept'; readonly kept: boolean }
  | { readonly type: 'palette'; readonly palette: Palette }
  | StepMiss
  | NoteMessage
  | SiblingChanged
  | TakeMessage
  | Reply;

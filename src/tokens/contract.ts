/** What is drawn of tokens: sequences, scales, and how the user wants to see them. */
import type { LinearMap } from '../analysis/calibration.ts';
import type { Extent } from '../analysis/points.ts';
import type { UnitsMap } from '../analysis/simulation.ts';
import type { Units } from '../model/explanation.ts';
import type { Score } from '../model/score.ts';

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

export const palettes = ['greenAmber', 'blueOrange', 'redBlue'] as const;

/** Values of the setting `palette`. */
export type Palette = (typeof palettes)[number];

export const whitespaces = ['none', 'boundary', 'all'] as const;

/**
 * Values of the setting `renderWhitespace`, as in the editor: which spaces have a mark. `boundary`:
 * all but a single one before a word, which only begins a token.
 */
export type Whitespace = (typeof whitespaces)[number];

/** Settings of how tokens look. The host sends them when a page loads and when they change. */
export type LookMessage =
  | { readonly type: 'palette'; readonly palette: Palette }
  | { readonly type: 'whitespace'; readonly whitespace: Whitespace };

/** The simulator's prediction for one token. Null if the file has none. */
export interface TokenDistribution {
  readonly simulated: Distribution | null;
  /** Before calibration. */
  readonly uncalibrated: Distribution | null;
}

/** Distinct values in ascending order. Both lists are empty if the simulator skipped the token. */
export interface Distribution {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
  /** Sum of the probabilities. Often below 1: the simulator only sees the most likely values. */
  readonly mass: number;
  /** Of the probabilities divided by `mass`, in bits. Null if there are none. */
  readonly entropy: number | null;
}

/** A text with one activation per token. NaN if missing. */
export interface ActivationText {
  readonly tokens: readonly string[];
  readonly actual: Float64Array;
}

/** How sequences are shown. Saved with the page's state, for all neurons. */
export interface ViewChoices {
  readonly mode: Mode;
  readonly scope: ScaleScope;
  /** For the scope `locked`. Saved while another scope is selected. */
  readonly locked: LockedRange | null;
  /** Whether to show the calibrated simulation, if the file has both. */
  readonly calibrated: boolean;
  readonly order: Order;
  readonly context: Context;
}

/** Those choices that settings are for: what a page without saved choices begins with. */
export type DefaultChoices = Pick<ViewChoices, 'order' | 'context'>;

/** What the colours of tokens show. */
export type Mode = 'overlay' | 'stacked' | 'actual' | 'simulated' | 'difference';

/** The maximum that the strongest colour stands for: of all sequences, of each, or locked. */
export type ScaleScope = 'neuron' | 'sequence' | 'locked';

export const contexts = [5, 16, 'all'] as const;

/** How many tokens to show around the peaks of a sequence. */
export type Context = (typeof contexts)[number];

export const orders = ['stored', 'activation', 'score', 'miss'] as const;

/** As in the file, or by largest actual activation, preferred score or miss, largest first. */
export type Order = (typeof orders)[number];

/** Magnitudes of the strongest colours, in the neuron's units. */
export interface LockedRange {
  readonly values: number;
  readonly differences: number;
  /** Title of the neuron whose range was locked. */
  readonly from: string;
}

/** How a reader wants to see the sequences: kept with the page's state, for all neurons. */
export interface ViewChoices {
  readonly mode: Mode;
  readonly scope: ScaleScope;
  /** The range of `scope: locked`; kept while another scope is chosen. */
  readonly locked: LockedRange | null;
  /** Whether the simulation is shown as calibrated, where the file has it before calibration, too. */
  readonly calibrated: boolean;
  readonly order: Order;
  readonly context: Context;
}

/** What the colours of a token show. */
export type Mode = 'overlay' | 'stacked' | 'actual' | 'simulated' | 'difference';

/** What the strongest colour is the largest value of: all sequences, each one, or those of the neuron where it was locked. */
export type ScaleScope = 'neuron' | 'sequence' | 'locked';

/** How many tokens around its peaks are shown of a sequence. */
export type Context = 5 | 16 | 'all';

export const orders = ['stored', 'activation', 'score', 'miss'] as const;

/**
 * The order of sequences: as the file has them; by largest actual activation; by preferred score, best first; by the largest distance of
 * simulation and reality on one token.
 */
export type Order = (typeof orders)[number];

/** The magnitudes that the strongest colours stand for, in the neuron's units, and where they come from. */
export interface LockedRange {
  readonly values: number;
  readonly differences: number;
  /** The title of the neuron at which it was locked. */
  readonly from: string;
}

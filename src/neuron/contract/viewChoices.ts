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

/** What the colours of tokens show. */
export type Mode = 'overlay' | 'stacked' | 'actual' | 'simulated' | 'difference';

/** The maximum that the strongest colour stands for: of all sequences, of each, or locked. */
export type ScaleScope = 'neuron' | 'sequence' | 'locked';

/** How many tokens to show around the peaks of a sequence. */
export type Context = 5 | 16 | 'all';

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

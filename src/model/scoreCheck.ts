import type { ScoreValue } from './score.ts';

/** A stored score, compared with its tokens. */
export interface ScoreCheck {
  /** The score that the tokens give. */
  readonly recomputed: ScoreValue;
  readonly result: CheckResult;
}

/** Why a score is undefined. */
export type UndefinedReason =
  | 'noTokens'
  /** The numbers of true and simulated activations differ. */
  | 'lengths'
  /** A value is missing or not finite. */
  | 'missing'
  /** All actual activations are 0. */
  | 'dead'
  | 'constantActual'
  | 'constantSimulation';

/**
 * The sequences that a score was computed from by mistake. `scored`: those with a defined score.
 */
export type Part = 'all' | 'scored' | 'firstHalf' | 'secondHalf' | 'top' | 'random';

/**
 * What a stored score is instead of the one that its tokens give. Each was computed, and matches
 * within the file's rounding.
 */
export type Cause =
  /** Impossible for any data. */
  | { readonly is: 'outOfRange' }
  /** It is 0, which some writers store when they compute no score. */
  | { readonly is: 'placeholder' }
  /** The mean of the sequences' scores. */
  | { readonly is: 'mean'; readonly of: Part; readonly sequences: number }
  /** The same, with 0 for each sequence without a score. */
  | { readonly is: 'meanWithZeros'; readonly sequences: number }
  /** The score of some sequences, joined. */
  | { readonly is: 'part'; readonly of: Part; readonly sequences: number }
  /** With the simulation before calibration. */
  | { readonly is: 'uncalibrated' }
  /**
   * With the simulation mapped to the neuron's units: by least squares, or with 10 as the largest
   * activation.
   */
  | { readonly is: 'mapped'; readonly by: 'leastSquares' | 'range' }
  /** With activations and simulation both on 0–10. */
  | { readonly is: 'normalized' }
  /** The usual R², 1 − squared error / variance. */
  | { readonly is: 'centred' }
  /** The square of the correlation: R² of a fitted line. */
  | { readonly is: 'squaredCorrelation' }
  /** The score of another kind, by its key. */
  | { readonly is: 'kind'; readonly key: string }
  /** The score of all sequences, stored for one sequence. */
  | { readonly is: 'whole' }
  /** The score of another sequence, by index in the explanation. */
  | { readonly is: 'sequence'; readonly index: number }
  /** The score of another explanation in the file, by index. */
  | { readonly is: 'explanation'; readonly index: number };

/** How a stored score compares with what its tokens give. */
export type CheckResult =
  | { readonly kind: 'agree'; readonly by: 'exactly' | 'rounding' }
  | {
      readonly kind: 'disagree';
      /** Null if no candidate gives the stored score. */
      readonly cause: Cause | null;
      /** Why the tokens give no value; null if they do. */
      readonly noValue: UndefinedReason | 'unknown' | null;
      /** Whether the score may cover more sequences than the file stores. */
      readonly mayCoverMore: boolean;
    }
  /** Neither the file nor the tokens have a value. */
  | { readonly kind: 'undefined'; readonly why: UndefinedReason | 'unknown' }
  /**
   * The file has a value but its tokens give none: data is faulty, or rounding made it constant.
   */
  | { readonly kind: 'unchecked'; readonly why: UndefinedReason }
  /** The file has no score. `why` is null if its tokens give one. */
  | { readonly kind: 'absent'; readonly why: UndefinedReason | 'unknown' | null };

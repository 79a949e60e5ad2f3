/**
 * A kind of score, as its dialect defines it. Dialects list their kinds in the order of display.
 * The first is the preferred one, by which explanations are ranked.
 */
export interface ScoreKind {
  /** Unique among all dialects, and stable: messages and saved state contain it. */
  readonly key: string;
  /** Its name in files, and its column in tables. */
  readonly field: string;
  /** For display in a sentence. */
  readonly name: string;
  /** For the heading of a narrow column. */
  readonly shortName: string;
  /** What it measures, in sentences. */
  readonly about: string;
  /** The lowest and the highest possible value, or infinities. */
  readonly range: readonly [number, number];
  readonly higherIsBetter: boolean;
  /** The limits of good and of fair scores; null if its scores have no colours. */
  readonly grades: { readonly good: number; readonly fair: number } | null;
  /** How it follows from the tokens; null if it cannot be checked. */
  readonly measure: Measure | null;
  /** Whether it is only meaningful for a simulation in the neuron's units. */
  readonly needsUnits: boolean;
}

/**
 * How a score follows from the actual and the simulated activations.
 *
 * - `correlation`: Pearson's.
 * - `squaredError`: 1 − mean squared error / mean square.
 * - `absoluteError`: 1 − mean absolute error / mean magnitude.
 */
export type Measure = 'correlation' | 'squaredError' | 'absoluteError';

/** As stored: null if missing, NaN or infinite if undefined. */
export interface StoredScore {
  readonly kind: ScoreKind;
  readonly value: number | null;
}

/** For messages, which cannot contain NaN: null if missing. */
export type ScoreValue = number | 'undefined' | null;

/** A score with its check. */
export interface Score {
  /** The key of its kind. */
  readonly kind: string;
  readonly value: ScoreValue;
  /** Null if its kind cannot be checked. */
  readonly check: ScoreCheck | null;
}

export function scoreValue(value: number | null): ScoreValue {
  return value === null || Number.isFinite(value) ? value : 'undefined';
}

/** The value of the preferred score; null if there is none. */
export function preferred<T>(scores: readonly { readonly value: T }[]): T | null {
  return scores[0]?.value ?? null;
}

/** Where a score is between its kind's limits; null if it has no value or its kind no limits. */
export function gradeOf(
  { grades, higherIsBetter }: ScoreKind,
  value: number | null,
): 'good' | 'fair' | 'poor' | null {
  if (!grades || value === null || !Number.isFinite(value)) return null;
  const reaches = (limit: number) => (higherIsBetter ? value >= limit : value <= limit);
  return reaches(grades.good) ? 'good' : reaches(grades.fair) ? 'fair' : 'poor';
}

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

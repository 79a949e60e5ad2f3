import type { ScoreCheck } from './scoreCheck.ts';

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

import type { ScoreKind } from './scoreKinds.ts';

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

/** Why stored tokens give no score: the data is wrong, not the score. */
type FaultyData = Extract<UndefinedReason, 'noTokens' | 'lengths' | 'missing'>;

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
  /** Another of the three scores. */
  | { readonly is: 'kind'; readonly kind: ScoreKind }
  /** The score of all sequences, stored for one sequence. */
  | { readonly is: 'whole' }
  /** The score of another sequence, by index in the explanation. */
  | { readonly is: 'sequence'; readonly index: number }
  /** The score of another explanation in the file, by index. */
  | { readonly is: 'explanation'; readonly index: number };

/** The result of checking a stored score against its tokens. */
export type Verdict =
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

/** The tolerance for two computations of one score, because of summation order. */
const computed = 1e-9;
/** How far rounding may move a score out of range. */
const outOfRange = 1e-6;

/** A stored score and the one that its tokens give. */
export interface ScorePair {
  readonly kind: ScoreKind;
  /** Null if missing; NaN or infinite if the file says that it is undefined. */
  readonly stored: number | null;
  /** NaN or infinite if undefined. */
  readonly recomputed: number;
}

/** Further facts for a verdict, computed on demand. */
export interface Evidence {
  /** The fault of the data; null if there is none. */
  readonly undefinedWhy: () => UndefinedReason | null;
  /**
   * Whether rounding in the file can explain the difference, including that between a value and
   * none.
   */
  readonly isRounding: () => boolean;
  readonly cause: () => Cause | null;
  readonly mayCoverMore: () => boolean;
}

/** The verdict on one score. */
export function verdictOn({ kind, stored, recomputed }: ScorePair, evidence: Evidence): Verdict {
  const hasValue = Number.isFinite(recomputed);
  const why = () => evidence.undefinedWhy() ?? 'unknown';
  const disagree = (cause: Cause | null, mayCoverMore = false): Verdict => ({
    kind: 'disagree',
    cause,
    noValue: hasValue ? null : why(),
    mayCoverMore,
  });
  if (stored === null) return { kind: 'absent', why: hasValue ? null : why() };
  if (!Number.isFinite(stored))
    return hasValue ? disagree(null) : { kind: 'undefined', why: why() };
  if (isOutOfRange(kind, stored)) return disagree({ is: 'outOfRange' });
  if (!hasValue) {
    const reason = why();
    if (isFaulty(reason)) return { kind: 'unchecked', why: reason };
    if (stored === 0) return disagree({ is: 'placeholder' });
    if (reason !== 'unknown' && evidence.isRounding()) return { kind: 'unchecked', why: reason };
    return disagree(evidence.cause());
  }
  if (isSame(stored, recomputed)) return { kind: 'agree', by: 'exactly' };
  if (evidence.isRounding()) return { kind: 'agree', by: 'rounding' };
  if (stored === 0) return disagree({ is: 'placeholder' });
  const cause = evidence.cause();
  return disagree(cause, cause === null && evidence.mayCoverMore());
}

/** Whether two finite results agree up to the last digits. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameWithin(b);
}

/** The tolerance for two computations of a score. */
export function sameWithin(score: number): number {
  return computed * Math.max(1, Math.abs(score));
}

function isOutOfRange(kind: ScoreKind, score: number): boolean {
  return score > 1 + outOfRange || (kind === 'evCorrelation' && score < -1 - outOfRange);
}

function isFaulty(reason: UndefinedReason | 'unknown'): reason is FaultyData {
  return reason === 'noTokens' || reason === 'lengths' || reason === 'missing';
}

/** Why lists of actual and simulated values have no score; null if they have one. */
export function undefinedReason(
  pairs: readonly { readonly actual: ArrayLike<number>; readonly simulated: ArrayLike<number> }[],
): UndefinedReason | null {
  if (pairs.some(({ actual, simulated }) => actual.length !== simulated.length)) return 'lengths';
  const actual = summary(pairs.map((pair) => pair.actual));
  const simulated = summary(pairs.map((pair) => pair.simulated));
  if (actual.count === 0) return 'noTokens';
  if (!actual.finite || !simulated.finite) return 'missing';
  if (actual.constant) return actual.first === 0 ? 'dead' : 'constantActual';
  return simulated.constant ? 'constantSimulation' : null;
}

function summary(lists: readonly ArrayLike<number>[]) {
  const first = lists.find(({ length }) => length > 0)?.[0] ?? NaN;
  let [count, constant, finite] = [0, true, true];
  for (const list of lists) {
    count += list.length;
    for (let i = 0; i < list.length; i++) {
      constant &&= list[i] === first;
      finite &&= Number.isFinite(list[i]);
    }
  }
  return { first, count, constant, finite };
}

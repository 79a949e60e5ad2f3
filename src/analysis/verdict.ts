import type { ScoreKind } from './scoreKinds.ts';

/** Why a score has no value. */
export type UndefinedReason =
  | 'noTokens'
  /** As many true activations as there are not simulated ones. */
  | 'lengths'
  /** A value is missing or not finite. */
  | 'missing'
  /** All actual activations are 0. */
  | 'dead'
  | 'constantActual'
  | 'constantSimulation';

/** Why stored tokens give no score: the data is at fault, not the score. */
type FaultyData = Extract<UndefinedReason, 'noTokens' | 'lengths' | 'missing'>;

/**
 * Which sequences a score was computed from by mistake. `scored`: those whose own score has a
 * value.
 */
export type Part = 'all' | 'scored' | 'firstHalf' | 'secondHalf' | 'top' | 'random';

/**
 * What a stored score is instead of the one that its tokens give. Each was computed, and matches as
 * closely as the file's rounding allows.
 */
export type Cause =
  /** Beyond what any data can have. */
  | { readonly is: 'outOfRange' }
  /** It is 0, which some writers store where they compute no score. */
  | { readonly is: 'placeholder' }
  /** The mean of the sequences' scores. */
  | { readonly is: 'mean'; readonly of: Part; readonly sequences: number }
  /** The same, with 0 for each sequence without a score. */
  | { readonly is: 'meanWithZeros'; readonly sequences: number }
  /** The score of some of the sequences, joined. */
  | { readonly is: 'part'; readonly of: Part; readonly sequences: number }
  /** Of the simulation before calibration. */
  | { readonly is: 'uncalibrated' }
  /**
   * Of the simulation mapped to the neuron's units: by least squares, or with 10 as the largest
   * activation.
   */
  | { readonly is: 'mapped'; readonly by: 'leastSquares' | 'range' }
  /** Of activations and simulation both on 0-10. */
  | { readonly is: 'normalized' }
  /** The usual R², 1 − squared error / variance. */
  | { readonly is: 'centred' }
  /** The square of the correlation: R² of a fitted line. */
  | { readonly is: 'squaredCorrelation' }
  /** Another of the three scores. */
  | { readonly is: 'kind'; readonly kind: ScoreKind }
  /** The score of all sequences, at a sequence. */
  | { readonly is: 'whole' }
  /** The score of another sequence, by its place in the explanation. */
  | { readonly is: 'sequence'; readonly index: number }
  /** The score of another explanation of the file, by its place in it. */
  | { readonly is: 'explanation'; readonly index: number };

/** The result of checking a stored score against its tokens. */
export type Verdict =
  | { readonly kind: 'agree'; readonly by: 'exactly' | 'rounding' }
  | {
      readonly kind: 'disagree';
      /** Null where nothing that was tried gives the stored score. */
      readonly cause: Cause | null;
      /** Why the tokens give no value; null where they give one. */
      readonly noValue: UndefinedReason | 'unknown' | null;
      /** Whether the score may be of more sequences than the file stores. */
      readonly mayCoverMore: boolean;
    }
  /** Neither the file nor the tokens have a value. */
  | { readonly kind: 'undefined'; readonly why: UndefinedReason | 'unknown' }
  /** The file has a value, but its tokens give none: data is at fault, or rounding made it constant. */
  | { readonly kind: 'unchecked'; readonly why: UndefinedReason }
  /** The file has no score. `why` is null where its tokens give one. */
  | { readonly kind: 'absent'; readonly why: UndefinedReason | 'unknown' | null };

/** How far two computations of one score may differ: the order of a sum. */
const computed = 1e-9;
/** How far rounding may take a score beyond its range. */
const outOfRange = 1e-6;

/** A stored score, and the one that its tokens give. */
export interface ScorePair {
  readonly kind: ScoreKind;
  /** Null where the file has none; NaN or an infinity where it is undefined there. */
  readonly stored: number | null;
  /** NaN or an infinity where it is undefined. */
  readonly recomputed: number;
}

/** What a verdict needs to know beyond the two numbers; asked only where it matters. */
export interface Evidence {
  /** What is wrong with the data; null if nothing. */
  readonly undefinedWhy: () => UndefinedReason | null;
  /** Whether rounding in the file can make the difference, also that between a value and none. */
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

/** Whether two computations of a score, both finite, give the same but for the last digits. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameWithin(b);
}

/** By how much two computations of a score may differ. */
export function sameWithin(score: number): number {
  return computed * Math.max(1, Math.abs(score));
}

function isOutOfRange(kind: ScoreKind, score: number): boolean {
  return score > 1 + outOfRange || (kind === 'evCorrelation' && score < -1 - outOfRange);
}

function isFaulty(reason: UndefinedReason | 'unknown'): reason is FaultyData {
  return reason === 'noTokens' || reason === 'lengths' || reason === 'missing';
}

/** What is the matter with lists of actual and simulated values, so that a score of them has no value; null if nothing. */
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

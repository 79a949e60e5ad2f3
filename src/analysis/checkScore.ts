import type { Cause, CheckResult, Measure, ScoreKind, UndefinedReason } from '../model/score.ts';

/** Why stored tokens give no score: the data is wrong, not the score. */
type FaultyData = Extract<UndefinedReason, 'noTokens' | 'lengths' | 'missing'>;

/** The tolerance for two computations of one score, because of summation order. */
const computed = 1e-9;
/** How far rounding may move a score out of range. */
const outOfRange = 1e-6;

/** A kind that can be checked. */
export type MeasuredKind = ScoreKind & { readonly measure: Measure };

export function isMeasured(kind: ScoreKind): kind is MeasuredKind {
  return kind.measure !== null;
}

/** A stored score and the one that its tokens give. */
export interface ScorePair {
  readonly kind: ScoreKind;
  /** Null if missing; NaN or infinite if the file says that it is undefined. */
  readonly stored: number | null;
  /** NaN or infinite if undefined. */
  readonly recomputed: number;
}

/** Further facts for a check, computed on demand. */
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

/** Checks one score. */
export function checkScore(
  { kind, stored, recomputed }: ScorePair,
  evidence: Evidence,
): CheckResult {
  const hasValue = Number.isFinite(recomputed);
  const why = () => evidence.undefinedWhy() ?? 'unknown';
  const disagree = (cause: Cause | null, mayCoverMore = false): CheckResult => ({
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

function isOutOfRange({ range: [lowest, highest] }: ScoreKind, score: number): boolean {
  return score < lowest - outOfRange || score > highest + outOfRange;
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

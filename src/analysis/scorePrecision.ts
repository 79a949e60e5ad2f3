import { bitsOf, decimalsOf, digitsOf, isRounded } from './digits.ts';
import { ofBits, ofDigits } from './precision.ts';

/** Public files have four decimals or fewer. Nobody rounds a score to fewer than two. */
const fewestDecimals = 2;
const fewestDigits = 2;
/** The error of a score that was computed in single precision. */
const singleScore = 5e-6;
/** No score is above 1: what was rounded to 1 was below, where digits are smaller. */
const belowOne = 0.99;

/** How scores that are stored together were rounded. */
export interface ScorePrecision {
  /**
   * The most decimals of those that were rounded: trailing zeros are not stored, so one score may
   * show fewer. Null if none was rounded.
   */
  readonly decimals: number | null;
  /** The most significant digits, where all were rounded; else Infinity. */
  readonly digits: number;
  /** The significant bits, where all are short floats; else Infinity. */
  readonly bits: number;
  readonly someNotRounded: boolean;
  readonly areSingles: boolean;
}

export function scorePrecision(scores: readonly (number | null)[]): ScorePrecision {
  const finite = scores.filter((score) => score !== null).filter(Number.isFinite);
  const someNotRounded = !finite.every(isRounded);
  const decimals = finite.map((score) => decimalsOf([score]) ?? 0);
  const most = decimals.reduce((a, b) => Math.max(a, b), 0);
  return {
    decimals: most >= fewestDecimals ? most : null,
    digits: someNotRounded ? Infinity : Math.max(fewestDigits, digitsOf(finite) ?? Infinity),
    bits: bitsOf(finite) ?? Infinity,
    someNotRounded,
    areSingles: finite.every(isSingle),
  };
}

/**
 * How far a stored score may be from what was computed: half a unit of its last decimal, digit or
 * bit, or what single precision loses; 0 for a full double. `together` is of the scores that were
 * stored with it.
 */
export function scoreRounding(score: number, together: ScorePrecision): number {
  const { decimals, digits, bits, someNotRounded, areSingles } = together;
  const size = score === 1 ? belowOne : Math.abs(score);
  // Some singles look as if they were rounded.
  const asSingle = areSingles || (isSingle(score) && !isRounded(score));
  const ofFloat = Math.max(ofBits(size, bits), asSingle ? singleScore * Math.max(1, size) : 0);
  if (!isRounded(score) || (decimals === null && someNotRounded)) return ofFloat;
  const ofDecimals = 0.5 * 10 ** -(decimals ?? fewestDecimals);
  return Math.max(ofFloat, ofDecimals, ofDigits(size, digits));
}

function isSingle(score: number): boolean {
  return score === Math.fround(score);
}

import { bitsOf, decimalsOf, digitsOf, isRounded } from './digits.ts';
import { ofBits, ofDigits } from './precision.ts';

/** Public files have at most four decimals. Nobody rounds a score to fewer than two. */
const fewestDecimals = 2;
const fewestDigits = 2;
/** The error of a score computed in single precision. */
const singleScore = 5e-6;
/** No score exceeds 1, so a rounded 1 was below it, where digits are smaller. */
const belowOne = 0.99;

/** The rounding of scores that are stored together. */
export interface ScorePrecision {
  /**
   * The most decimals of the rounded scores. One score may show fewer, since trailing zeros are not
   * stored. Null if none was rounded.
   */
  readonly decimals: number | null;
  /** The most significant digits if all were rounded, else Infinity. */
  readonly digits: number;
  /** The significant bits if all are short floats, else Infinity. */
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
 * How far a stored score may be from the computed one: half a unit of its last decimal, digit or
 * bit, or the error of single precision; 0 for a full double. `together`: the scores stored with
 * it.
 */
export function scoreRounding(score: number, together: ScorePrecision): number {
  const { decimals, digits, bits, someNotRounded, areSingles } = together;
  const size = score === 1 ? belowOne : Math.abs(score);
  // Some singles look rounded.
  const asSingle = areSingles || (isSingle(score) && !isRounded(score));
  const ofFloat = Math.max(ofBits(size, bits), asSingle ? singleScore * Math.max(1, size) : 0);
  if (!isRounded(score) || (decimals === null && someNotRounded)) return ofFloat;
  const ofDecimals = 0.5 * 10 ** -(decimals ?? fewestDecimals);
  return Math.max(ofFloat, ofDecimals, ofDigits(size, digits));
}

function isSingle(score: number): boolean {
  return score === Math.fround(score);
}

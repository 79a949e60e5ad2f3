import { bitsOf, decimalsOf, digitsOf, hasBits, hasDigits } from './digits.ts';

const singleEpsilon = 2 ** -24;
/** Allowance for the error of a sum of thousands of doubles. */
const doubleEpsilon = 2 ** -50;
/** The smallest step of half precision. */
const halfStep = 2 ** -24;

/**
 * A simulator gives at most this many different values, apart from 0. So few values may have few
 * digits without rounding.
 */
const few = 10;
/** Nobody writes fewer significant digits. A few values with two digits may change too much. */
const fewestDigits = 2;
const fewestDigitsOfFew = 3;

/**
 * How far the values of a list may be from those that were scored. Lists are rounded to decimals,
 * significant digits, or the bits of a short float. If several fit, each value has the largest of
 * their errors.
 */
export interface Precision {
  /** Error of arithmetic in single or double precision. */
  readonly arithmetic: number;
  /** Rounding error of each value, whatever its size: half a unit of the last decimal. */
  readonly step: number;
  /** Infinity if the values were not rounded to digits. */
  readonly digits: number;
  readonly bits: number;
}

/**
 * The precision of the finite values. A few whole numbers do not count as rounded, since simulators
 * answer them. With `scoredAsStored`, only the arithmetic of single or double precision remains.
 */
export function precisionOf(values: readonly number[], scoredAsStored: boolean): Precision {
  const finite = values.filter(Number.isFinite);
  const isSingle = finite.every((value) => value === Math.fround(value));
  const largest = finite.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  const arithmetic = largest * (isSingle ? singleEpsilon : doubleEpsilon);
  if (scoredAsStored) return { arithmetic, step: 0, digits: Infinity, bits: Infinity };
  const different = new Set(finite.map(Math.abs));
  different.delete(0);
  const areFew = different.size <= few;
  const decimals = decimalsOf(finite);
  const bits = bitsOf(finite);
  return {
    arithmetic,
    step: Math.max(
      decimals === undefined || (decimals === 0 && areFew) ? 0 : 0.5 * 10 ** -decimals,
      bits !== undefined && finite.every((value) => value % halfStep === 0) ? halfStep / 2 : 0,
    ),
    digits: shownDigits([...different], areFew ? fewestDigitsOfFew : fewestDigits),
    bits: shownBits([...different], bits),
  };
}

/** The significant digits of values; Infinity if none show. */
function shownDigits(values: readonly number[], least: number): number {
  const digits = Math.max(least, digitsOf(values) ?? Infinity);
  if (digits === Infinity) return Infinity;
  // Values rounded to decimals have fewer digits the smaller they are.
  return areMost(values, (value) => !hasDigits(value, digits - 1)) ? digits : Infinity;
}

function shownBits(values: readonly number[], bits: number | undefined): number {
  if (bits === undefined) return Infinity;
  // Whole numbers, halves and quarters have few bits by nature.
  return areMost(values, (value) => !hasBits(value, Math.floor(bits / 2))) ? bits : Infinity;
}

function areMost(values: readonly number[], is: (value: number) => boolean): boolean {
  return values.filter(is).length * 2 >= values.length;
}

/** The largest error of a value. */
export function errorOf(precision: Precision, value: number): number {
  return Math.max(precision.arithmetic, roundedBy(precision, value));
}

function roundedBy({ step, digits, bits }: Precision, value: number): number {
  const size = Math.abs(value);
  return Math.max(step, ofDigits(size, digits), ofBits(size, bits));
}

/**
 * The largest difference of two values that were equal before each list was rounded. With the same
 * rounding they stay equal, and one error distinguishes them from the next value.
 */
export function errorBetween(a: Precision, ofA: number, b: Precision, ofB: number): number {
  const [errorA, errorB] = [roundedBy(a, ofA), roundedBy(b, ofB)];
  const rounded = errorA === errorB ? errorA : errorA + errorB;
  return rounded + Math.max(a.arithmetic, b.arithmetic);
}

/** Whether equal values may have differed before rounding. */
export function mayDiffer(precision: Precision, values: readonly number[]): boolean {
  return values.some((value) => value !== values[0] || roundedBy(precision, value) > 0);
}

/** Half a unit of the last significant digit; 0 for infinitely many digits, and for 0. */
export function ofDigits(size: number, digits: number): number {
  return 0.5 * 10 ** (Math.floor(Math.log10(size)) + 1 - digits);
}

/** Half a unit of the last significant bit. */
export function ofBits(size: number, bits: number): number {
  return 2 ** (Math.floor(Math.log2(size)) - bits);
}

/** The size of the errors of a list. */
export interface ErrorSize {
  readonly mean: number;
  readonly rootMeanSquare: number;
}

export function errorSize(precision: Precision, values: readonly number[]): ErrorSize {
  const same = Math.max(precision.arithmetic, precision.step);
  if (precision.digits === Infinity && precision.bits === Infinity)
    return { mean: same, rootMeanSquare: same };
  const errors = values.map((value) => errorOf(precision, value));
  const largest = errors.reduce((most, error) => Math.max(most, error), 0);
  if (largest === 0) return { mean: 0, rootMeanSquare: 0 };
  const mean = (of: (share: number) => number) =>
    errors.reduce((sum, error) => sum + of(error / largest), 0) / errors.length;
  return {
    mean: largest * mean((share) => share),
    rootMeanSquare: largest * Math.sqrt(mean((share) => share * share)),
  };
}

/** For values multiplied by a factor. */
export function scaledError({ mean, rootMeanSquare }: ErrorSize, factor: number): ErrorSize {
  return { mean: mean * factor, rootMeanSquare: rootMeanSquare * factor };
}

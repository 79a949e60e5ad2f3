import { bitsOf, decimalsOf, digitsOf, hasBits, hasDigits } from './digits.ts';

const singleEpsilon = 2 ** -24;
/** Allowance for the error of a sum of thousands of doubles. */
const doubleEpsilon = 2 ** -50;
/** Half precision has no smaller steps, however small a value is. */
const halfStep = 2 ** -24;

/**
 * No more different values than a simulator can say, besides 0. So few may be short by nature,
 * and tell little of how they were rounded.
 */
const few = 10;
/** Nobody writes fewer significant digits. What two can change of few values is too much. */
const fewestDigits = 2;
const fewestDigitsOfFew = 3;

/**
 * How far the values of a list may be from those that were scored. A list may be rounded to
 * decimals, to significant digits, or to the bits of a short float. More than one of them may fit;
 * then each value has the largest of their errors.
 */
export interface Precision {
  /** What single or double precision loses in arithmetic. */
  readonly arithmetic: number;
  /** What rounding loses of each value, whatever its size: half a unit of the last decimal. */
  readonly step: number;
  /** Infinity where the values were not rounded to any. */
  readonly digits: number;
  readonly bits: number;
}

/**
 * The precision that the finite values show. A few whole numbers were not rounded: simulators say
 * them. Where `scoredAsStored`, only the arithmetic of single or double precision is left.
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

/** The significant digits that values show; Infinity where they show none. */
function shownDigits(values: readonly number[], least: number): number {
  const digits = Math.max(least, digitsOf(values) ?? Infinity);
  if (digits === Infinity) return Infinity;
  // Values that are rounded to decimals have fewer digits, the smaller they are.
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

/** How far a value may be off. */
export function errorOf(precision: Precision, value: number): number {
  return Math.max(precision.arithmetic, roundedBy(precision, value));
}

function roundedBy({ step, digits, bits }: Precision, value: number): number {
  const size = Math.abs(value);
  return Math.max(step, ofDigits(size, digits), ofBits(size, bits));
}

/**
 * How far two values may be apart that were one before each list was rounded. Rounded alike they
 * are equal, and one error is enough to tell them from the next.
 */
export function errorBetween(a: Precision, ofA: number, b: Precision, ofB: number): number {
  const [errorA, errorB] = [roundedBy(a, ofA), roundedBy(b, ofB)];
  const rounded = errorA === errorB ? errorA : errorA + errorB;
  return rounded + Math.max(a.arithmetic, b.arithmetic);
}

/** Whether values, if they are all the same, may have differed before they were rounded. */
export function mayDiffer(precision: Precision, values: readonly number[]): boolean {
  return values.some((value) => value !== values[0] || roundedBy(precision, value) > 0);
}

/** Half a unit of the last of some significant digits; 0 of infinitely many, and of 0. */
export function ofDigits(size: number, digits: number): number {
  return 0.5 * 10 ** (Math.floor(Math.log10(size)) + 1 - digits);
}

/** The same of significant bits. */
export function ofBits(size: number, bits: number): number {
  return 2 ** (Math.floor(Math.log2(size)) - bits);
}

/** How large the errors of a list's values are, all told. */
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

/** Of values times a factor. */
export function scaledError({ mean, rootMeanSquare }: ErrorSize, factor: number): ErrorSize {
  return { mean: mean * factor, rootMeanSquare: rootMeanSquare * factor };
}

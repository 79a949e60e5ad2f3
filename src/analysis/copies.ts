import { decimalsOf } from './digits.ts';
import { errorBetween, errorOf, type Precision, precisionOf } from './precision.ts';

/** Single precision keeps 24 bits: a writer may have stored one of two copies in it. */
const singlePrecision = 2 ** -23;

/**
 * Whether the values of one list are those of another, to rounding.
 * `copy`: they are, and some are not 0. `zeros`: all of both are 0, on any scale and after many a
 * calibration.
 * `differ`: some values differ, or there is nothing to compare.
 */
export type Likeness = 'copy' | 'zeros' | 'differ';

/**
 * Compares a simulation's values with those of the one nested in it: two lists of one length, of
 * all tokens of an explanation. A value that is missing or not finite says nothing.
 *
 * Either of the two may have been rounded, or both. Calibration can look like that, too, where
 * values have few digits anyway: a dead neuron's are 0, and simulators answer in whole numbers. So
 * zeros alone are no rounding, nor is a nested list that spans ten units or less.
 */
export function likenessOf(outer: readonly number[], nested: readonly number[]): Likeness {
  const known = [...outer.keys()].filter(
    (i) => Number.isFinite(outer[i]) && Number.isFinite(nested[i]),
  );
  const all = (is: (a: number, b: number) => boolean) =>
    known.every((i) => is(outer[i]!, nested[i]!));
  if (known.length === 0) return 'differ';
  if (all((a, b) => a === 0 && b === 0)) return 'zeros';
  // This check rejects most calibrated simulations.
  if (!all((a, b) => isNear(a, b, coarsest(a) + coarsest(b)))) return 'differ';
  if (all((a, b) => isNear(a, b, 0))) return 'copy';
  if (all((a, b) => a === 0 || b === 0)) return 'differ';
  const [ofOuter, ofNested] = [precisionToWhole(outer), precisionToWhole(nested)];
  if (all((a, b) => isNear(a, b, errorOf(ofOuter, a)))) return 'copy';
  if (!all((a, b) => isNear(a, b, errorBetween(ofOuter, a, ofNested, b)))) return 'differ';
  return isSpread(nested, ofNested) ? 'copy' : 'differ';
}

/** Half of one, or of the second digit: nobody rounds to less. */
function coarsest(value: number): number {
  return Math.max(0.5, 0.05 * Math.abs(value));
}

/** Whole numbers, however few, are rounded here: the other list tells. */
function precisionToWhole(values: readonly number[]): Precision {
  const precision = precisionOf(values, false);
  return decimalsOf(values) === 0 ? { ...precision, step: 0.5 } : precision;
}

function isNear(a: number, b: number, within: number): boolean {
  return Math.abs(a - b) <= within + singlePrecision * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether values span more than ten units of their last digit or bit, by one in the middle. */
function isSpread(values: readonly number[], precision: Precision): boolean {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min, Math.max].map((pick) => finite.reduce((a, b) => pick(a, b)));
  const unit = 2 * errorOf(precision, (Math.abs(low!) + Math.abs(high!)) / 2);
  return high! - low! > 10 * unit;
}

import { decimalsOf } from './digits.ts';
import { errorBetween, errorOf, type Precision, precisionOf } from './precision.ts';

/** Single precision has 24 bits. A writer may have stored one of two copies in it. */
const singlePrecision = 2 ** -23;

/**
 * Whether two lists have the same values after rounding. `copy`: the same, and some are not 0.
 * `zeros`: all are 0 in both, on any scale and after many calibrations. `differ`: some values
 * differ, or there is nothing to compare.
 */
export type Likeness = 'copy' | 'zeros' | 'differ';

/**
 * Compares a simulation's values with those of the nested simulation: two lists of equal length
 * over all tokens of an explanation. Missing and infinite values are ignored.
 *
 * Either list may be rounded. Calibration can look like rounding if values have few digits anyway:
 * a dead neuron's are 0, and simulators answer in whole numbers. So neither zeros alone nor a
 * nested list that spans ten units or less counts as rounded.
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

/** Half a unit, or half of the second digit. No writer rounds more coarsely. */
function coarsest(value: number): number {
  return Math.max(0.5, 0.05 * Math.abs(value));
}

/** Treats even a few whole numbers as rounded, since the other list decides. */
function precisionToWhole(values: readonly number[]): Precision {
  const precision = precisionOf(values, false);
  return decimalsOf(values) === 0 ? { ...precision, step: 0.5 } : precision;
}

function isNear(a: number, b: number, within: number): boolean {
  return Math.abs(a - b) <= within + singlePrecision * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether the median value spans more than ten units of its last digit or bit. */
function isSpread(values: readonly number[], precision: Precision): boolean {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min, Math.max].map((pick) => finite.reduce((a, b) => pick(a, b)));
  const unit = 2 * errorOf(precision, (Math.abs(low!) + Math.abs(high!)) / 2);
  return high! - low! > 10 * unit;
}

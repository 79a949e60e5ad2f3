import { decimalsOf } from './digits.ts';

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
 * Files round to a number of decimals, which is the most that any of their values has. The list
 * with fewer decimals is a copy if each of its values is the other's rounding. Calibration can look
 * like that, too, where values are few decimals anyway: a dead neuron's are 0, and simulators
 * answer in whole numbers. So zeros alone are no rounding, nor is a nested list that spans ten
 * units of its last decimal or less.
 */
export function likenessOf(outer: readonly number[], nested: readonly number[]): Likeness {
  const known = [...outer.keys()].filter(
    (i) => Number.isFinite(outer[i]) && Number.isFinite(nested[i]),
  );
  const all = (is: (a: number, b: number) => boolean) =>
    known.every((i) => is(outer[i]!, nested[i]!));
  const near = (within: number) => all((a, b) => isNear(a, b, within));
  if (known.length === 0) return 'differ';
  if (all((a, b) => a === 0 && b === 0)) return 'zeros';
  // Whole numbers are the coarsest rounding. This check rejects most calibrated simulations.
  if (!near(0.5)) return 'differ';
  if (near(0)) return 'copy';
  const [ofOuter, ofNested] = [outer, nested].map((list) => decimalsOf(list) ?? mostDigits) as [
    number,
    number,
  ];
  const unit = 10 ** -Math.min(ofOuter, ofNested);
  if (!near(unit / 2) || all((a, b) => a === 0 || b === 0)) return 'differ';
  return ofNested >= ofOuter || spanOf(nested) > 10 * unit ? 'copy' : 'differ';
}

function isNear(a: number, b: number, within: number): boolean {
  return Math.abs(a - b) <= within + singlePrecision * Math.max(Math.abs(a), Math.abs(b));
}

function spanOf(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min, Math.max].map((pick) => finite.reduce((a, b) => pick(a, b)));
  return high! - low!;
}

/** A double has no more digits than these. */
const mostDigits = 15;

import { asIs, type Round, toDecimals } from './madeScores.ts';
import { toBrainFloat, toHalf } from './shortFloats.ts';

export const toDigits =
  (digits: number): Round =>
  (value) =>
    Number(value.toPrecision(digits));

/** The ways in which writers round values. */
export const ofValues: Readonly<Record<string, Round>> = {
  'as they are': asIs,
  'as singles': Math.fround,
  ...named('decimals', [1, 2, 3, 4, 5, 6], toDecimals),
  ...named('digits', [2, 3, 4, 5, 6], toDigits),
  'to half precision': toHalf,
  'to bfloat16': toBrainFloat,
  'to digits as singles': (value) => Math.fround(toDigits(4)(value)),
};

export function named(unit: string, counts: readonly number[], round: (count: number) => Round) {
  return Object.fromEntries(counts.map((count) => [`to ${count} ${unit}`, round(count)]));
}

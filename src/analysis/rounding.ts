import { type Explanation, isSimulated } from '../model/explanation.ts';
import type { StoredScore } from '../model/score.ts';
import { actualOf, expectedOf } from './simulation.ts';
import { bitsOf, decimalsOf, digitsOf, isRounded } from './digits.ts';
import { ofBits, ofDigits, precisionOf } from './precision.ts';
import { kept, type Measures, sequenceMeasures, wholeMeasures } from './measures.ts';
import { type AllBounds, type Precisions, roundedBounds } from './scoreBounds.ts';

/** How an explanation's numbers were rounded. */
export interface Rounding {
  readonly ofValues: Precisions;
  /** For the scores of the whole, and for those of all sequences. */
  readonly ofWhole: ScorePrecision;
  readonly ofSequences: ScorePrecision;
}

const known = new WeakMap<Explanation, Rounding>();

export function roundingOf(explanation: Explanation): Rounding {
  return kept(known, explanation, ({ scores, sequences: all }) => {
    const sequences = all.filter(isSimulated);
    // If the stored values give the full-precision scores, those were computed from these very
    // values. A few of many may match by chance, since rounding barely moves some.
    const same = [
      ...matchesOf(scores, wholeMeasures(explanation)),
      ...sequences.flatMap((sequence) => matchesOf(sequence.scores, sequenceMeasures(sequence))),
    ];
    const scoredAsStored = same.length > 0 && same.filter(Boolean).length * 2 >= same.length;
    return {
      ofValues: {
        actual: precisionOf(actualOf(sequences), scoredAsStored),
        simulated: precisionOf(expectedOf(sequences), scoredAsStored),
      },
      ofWhole: scorePrecision(valuesOf(scores)),
      ofSequences: scorePrecision(valuesOf(all.flatMap((sequence) => sequence.scores))),
    };
  });
}

const bounds = new WeakMap<Explanation, AllBounds>();

/** The ranges of an explanation's scores, given the rounding of its tokens. */
export function wholeBounds(explanation: Explanation): AllBounds {
  return kept(bounds, explanation, ({ sequences: all }) => {
    const sequences = all.filter(isSimulated);
    const { ofValues } = roundingOf(explanation);
    return roundedBounds(actualOf(sequences), expectedOf(sequences), ofValues);
  });
}

/**
 * The effect of summation order on a score. Rounding values to nine decimals has a larger effect.
 */
const sumError = 1e-12;

/** For each full-precision score, whether the stored values give it. */
function matchesOf(stored: readonly StoredScore[], recomputed: Measures): boolean[] {
  return stored.flatMap(({ kind: { measure }, value }) => {
    if (value === null || !Number.isFinite(value) || isRounded(value) || !measure) return [];
    return Math.abs(value - recomputed[measure]) <= sumError * Math.max(1, Math.abs(value));
  });
}

function valuesOf(scores: readonly StoredScore[]): (number | null)[] {
  return scores.map(({ value }) => value);
}

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

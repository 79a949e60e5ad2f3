import { type Explanation, isSimulated } from '../model/explanation.ts';
import type { StoredScore } from '../model/score.ts';
import { actualOf, expectedOf } from './joined.ts';
import { isRounded } from './digits.ts';
import { precisionOf } from './precision.ts';
import { kept, type Measures, sequenceMeasures, wholeMeasures } from './measures.ts';
import { type AllBounds, type Precisions, roundedBounds } from './scoreBounds.ts';
import { type ScorePrecision, scorePrecision } from './scorePrecision.ts';

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

import { safeFactor } from '../format/magnitude.ts';
import { computeScores } from '../format/scores.ts';
import type { ScoreKind } from './scoreKinds.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How far each actual and each simulated value may be from the one that was scored. */
export interface RoundingErrors {
  readonly actual: number;
  readonly simulated: number;
}

/**
 * The ranges of the scores of these lists, if each value is within its rounding error. Null where
 * there is no score.
 *
 * Seen as vectors of n values, an error of u each moves a list by at most √n·u. So a root mean
 * square and a mean magnitude move by at most u, and a centred list turns by at most asin(u / σ),
 * which bounds the correlation, the cosine of the angle between the two.
 */
export function scoreBounds(
  actual: readonly number[],
  simulated: readonly number[],
  errors: RoundingErrors,
): Readonly<Record<ScoreKind, Bounds | null>> {
  const scores = computeScores(actual, simulated);
  const { evCorrelation } = scores;
  const factor = safeFactor([actual, simulated]);
  const [ofActual, ofSimulated] = [errors.actual * factor, errors.simulated * factor];
  const sizes = sizesOf(actual, simulated, factor);
  const turn = angle(ofActual, sizes.spreadOfActual) + angle(ofSimulated, sizes.spreadOfSimulated);
  const between = Math.acos(evCorrelation);
  const explained = (missed: number, all: number, power: number): Bounds => ({
    low: 1 - ((missed + ofActual + ofSimulated) / Math.max(0, all - ofActual)) ** power,
    high: 1 - (Math.max(0, missed - ofActual - ofSimulated) / (all + ofActual)) ** power,
  });
  return {
    evCorrelation: Number.isFinite(evCorrelation)
      ? {
          low: Math.cos(Math.min(Math.PI, between + turn)),
          high: Math.cos(Math.max(0, between - turn)),
        }
      : null,
    rSquared: Number.isFinite(scores.rSquared)
      ? explained(sizes.rootMeanSquareError, sizes.rootMeanSquare, 2)
      : null,
    absoluteDevExplained: Number.isFinite(scores.absoluteDevExplained)
      ? explained(sizes.meanError, sizes.meanMagnitude, 1)
      : null,
  };
}

/** How far a centred list may turn; π where it may be any other. */
function angle(error: number, spread: number): number {
  return error < spread ? Math.asin(error / spread) : Math.PI;
}

/**
 * How large the values, the errors and the deviations from the mean are; of values times `factor`.
 */
function sizesOf(actual: readonly number[], simulated: readonly number[], factor: number) {
  const count = actual.length;
  let [sumActual, sumSimulated, squares, magnitudes, squaredErrors, magnitudesOfErrors] = [
    0, 0, 0, 0, 0, 0,
  ];
  for (let i = 0; i < count; i++) {
    const r = actual[i]! * factor;
    const p = simulated[i]! * factor;
    sumActual += r;
    sumSimulated += p;
    squares += r * r;
    magnitudes += Math.abs(r);
    squaredErrors += (r - p) * (r - p);
    magnitudesOfErrors += Math.abs(r - p);
  }
  let [deviationsOfActual, deviationsOfSimulated] = [0, 0];
  for (let i = 0; i < count; i++) {
    deviationsOfActual += (actual[i]! * factor - sumActual / count) ** 2;
    deviationsOfSimulated += (simulated[i]! * factor - sumSimulated / count) ** 2;
  }
  return {
    rootMeanSquare: Math.sqrt(squares / count),
    meanMagnitude: magnitudes / count,
    rootMeanSquareError: Math.sqrt(squaredErrors / count),
    meanError: magnitudesOfErrors / count,
    spreadOfActual: Math.sqrt(deviationsOfActual / count),
    spreadOfSimulated: Math.sqrt(deviationsOfSimulated / count),
  };
}

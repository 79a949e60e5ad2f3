import { safeFactor } from '../format/magnitude.ts';
import type { Measure } from '../model/score.ts';
import { measuresOf } from './measures.ts';
import { errorSize, type ErrorSize, type Precision, scaledError } from './precision.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The ranges of all measures; null if undefined. */
export type AllBounds = Readonly<Record<Measure, Bounds | null>>;

/** How far the actual and the simulated values may be from those that were scored. */
export interface Errors {
  readonly actual: ErrorSize;
  readonly simulated: ErrorSize;
}

/** How the actual and the simulated values were rounded. */
export interface Precisions {
  readonly actual: Precision;
  readonly simulated: Precision;
}

/** The ranges of the scores of these lists, given their rounding. */
export function roundedBounds(
  actual: readonly number[],
  simulated: readonly number[],
  precisions: Precisions,
): AllBounds {
  return scoreBounds(actual, simulated, {
    actual: errorSize(precisions.actual, actual),
    simulated: errorSize(precisions.simulated, simulated),
  });
}

/**
 * The ranges of the scores of these lists if each value is within its error.
 *
 * As vectors of n values: errors with a root mean square of u move a list by at most √n·u. So its
 * root mean square moves by at most u, and a centred list turns by at most asin(u / σ). That bounds
 * the correlation, the cosine of the angle between the lists. A mean magnitude moves by at most the
 * mean error.
 */
export function scoreBounds(
  actual: readonly number[],
  simulated: readonly number[],
  errors: Errors,
): AllBounds {
  const { correlation, squaredError, absoluteError } = measuresOf(actual, simulated);
  const factor = safeFactor([actual, simulated]);
  const ofActual = scaledError(errors.actual, factor);
  const ofSimulated = scaledError(errors.simulated, factor);
  const sizes = sizesOf(actual, simulated, factor);
  const turn =
    angle(ofActual.rootMeanSquare, sizes.spreadOfActual) +
    angle(ofSimulated.rootMeanSquare, sizes.spreadOfSimulated);
  const between = Math.acos(correlation);
  const explained = (
    missed: number,
    all: number,
    by: 'mean' | 'rootMeanSquare',
    power: number,
  ): Bounds => {
    const ofAll = ofActual[by];
    const ofMissed = ofAll + ofSimulated[by];
    return {
      low: 1 - ((missed + ofMissed) / Math.max(0, all - ofAll)) ** power,
      high: 1 - (Math.max(0, missed - ofMissed) / (all + ofAll)) ** power,
    };
  };
  return {
    correlation: Number.isFinite(correlation)
      ? {
          low: Math.cos(Math.min(Math.PI, between + turn)),
          high: Math.cos(Math.max(0, between - turn)),
        }
      : null,
    squaredError: Number.isFinite(squaredError)
      ? explained(sizes.rootMeanSquareError, sizes.rootMeanSquare, 'rootMeanSquare', 2)
      : null,
    absoluteError: Number.isFinite(absoluteError)
      ? explained(sizes.meanError, sizes.meanMagnitude, 'mean', 1)
      : null,
  };
}

/** The largest turn of a centred list; π if unbounded. */
function angle(error: number, spread: number): number {
  return error < spread ? Math.asin(error / spread) : Math.PI;
}

/** The sizes of the values, the errors and the deviations from the mean, times `factor`. */
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

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
 * Between which values the scores of these lists lie, if each value is within its rounding error. Null where there is no score.
 *
 * Seen as vectors of n values, an error of u each moves a list by at most √n·u. So a root mean square and a mean magnitude move by at most u,
 * and a centred list turns by at most asin(u / σ), which bounds the correlation, the cosine of the angle between the two.
 */
export function scoreBounds(
  actual: readonly number[],
  simulated: readonly number[],
  errors: RoundingErrors,
): Readonly<Record<ScoreKind, Bounds | null>> {
  const scores = computeScores(actual, simulated);
  const factor = safeFactor([actual, simulated]);
  const [ofActual, ofSimulated] = [errors.actual * factor, errors.simulated * factor];
  const ofError = ofActual + ofSimulated;
  const r = actual.map((value) => value * factor);
  const p = simulated.map((value) => value * factor);
  const missed = r.map((value, i) => value - p[i]!);
  const explained = (size: (values: readonly number[]) => number, power: number): Bounds => {
    const [error, all] = [size(missed), size(r)];
    const least = all > ofActual ? all - ofActual : 0;
    return {
      low: 1 - ((error + ofError) / least) ** power,
      high: 1 - (Math.max(0, error - ofError) / (all + ofActual)) ** power,
    };
  };
  const turn = angle(ofActual, deviation(r)) + angle(ofSimulated, deviation(p));
  const between = Math.acos(scores.evCorrelation);
  return {
    evCorrelation: Number.isFinite(scores.evCorrelation)
      ? {
          low: Math.cos(Math.min(Math.PI, between + turn)),
          high: Math.cos(Math.max(0, between - turn)),
        }
      : null,
    rSquared: Number.isFinite(scores.rSquared) ? explained(rootMeanSquare, 2) : null,
    absoluteDevExplained: Number.isFinite(scores.absoluteDevExplained)
      ? explained(meanMagnitude, 1)
      : null,
  };
}

/** How far a centred list may turn; π where it may be any other. */
function angle(error: number, spread: number): number {
  return error < spread ? Math.asin(error / spread) : Math.PI;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanMagnitude(values: readonly number[]): number {
  return mean(values.map(Math.abs));
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return rootMeanSquare(values.map((value) => value - middle));
}

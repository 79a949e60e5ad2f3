import { type Line as LinearMap, onLine as applyMap } from './line.ts';
import { errorOf, precisionOf } from './precision.ts';
import { safeFactor } from '../format/magnitude.ts';
import type { Units } from '../model/explanation.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import type { Points } from './points.ts';
import { normalizedFull } from './simulation.ts';

export { applyMap, type LinearMap };

export const identity: LinearMap = { slope: 1, intercept: 0 };

/**
 * How far a value may be from a linear map, as a share of the range of values. Too small to see.
 * Rounding can allow more.
 */
const tolerance = 1e-3;

/**
 * The linear map from the values of `x` to those of `y`, paired by index. Null if there is none or
 * too little data. Ignores pairs with a value that is not finite.
 */
export function linearMapOf(x: ArrayLike<number>, y: ArrayLike<number>): LinearMap | null {
  const finite = (i: number) => Number.isFinite(x[i]) && Number.isFinite(y[i]);
  const count = Math.min(x.length, y.length);
  // Uses the two pairs that are furthest apart: exact values give the exact map.
  let low = -1;
  let high = -1;
  for (let i = 0; i < count; i++) {
    if (!finite(i)) continue;
    if (low < 0 || x[i]! < x[low]!) low = i;
    if (high < 0 || x[i]! > x[high]!) high = i;
  }
  if (low < 0 || x[low] === x[high]) return null;
  const slope = (y[high]! - y[low]!) / (x[high]! - x[low]!);
  const map = { slope, intercept: y[low]! - slope * x[low]! };
  if (!Number.isFinite(slope) || !Number.isFinite(map.intercept)) return null;
  const span = Math.abs(y[high]! - y[low]!);
  const off = (i: number) => Math.abs(applyMap(map, x[i]!) - y[i]!);
  const bent: number[] = [];
  for (let i = 0; i < count; i++) if (finite(i) && off(i) > tolerance * span) bent.push(i);
  if (bent.length === 0) return map;
  const errorAt = roundingError(x, y, slope);
  const ofMap = Math.max(errorAt(low), errorAt(high));
  return bent.every((i) => off(i) <= errorAt(i) + ofMap) ? map : null;
}

/** How far rounding may have moved a pair from a map with this slope. */
function roundingError(x: ArrayLike<number>, y: ArrayLike<number>, slope: number) {
  const [ofX, ofY] = [precisionOf(Array.from(x), false), precisionOf(Array.from(y), false)];
  return (i: number) => errorOf(ofY, y[i]!) + Math.abs(slope) * errorOf(ofX, x[i]!);
}

/** The neuron's mean activation for one simulated value. */
export interface CurveStep {
  /** Rounded to a whole number from 0 to 10. */
  readonly simulated: number;
  /** In the neuron's units. */
  readonly meanActual: number;
  /** The number of tokens. */
  readonly count: number;
}

/**
 * Mean actual activation for each simulated value from 0 to 10; values without tokens are left out.
 * Uses the uncalibrated simulation, or the only one if it is on 0–10 (`normalized`). Empty if the
 * file has no values on that scale. Values off the scale count at its nearest end.
 */
export function calibrationCurve(
  points: Points,
  sequences: readonly JudgedSequence[],
  units: Units,
): CurveStep[] {
  const sums = new Float64Array(normalizedFull + 1);
  const counts = new Uint32Array(normalizedFull + 1);
  const factor = safeFactor([points.actual]);
  for (let i = 0; i < points.actual.length; i++) {
    const { uncalibrated } = sequences[points.sequence[i]!]!;
    const own = units === 'normalized' ? points.simulated[i]! : NaN;
    const value = uncalibrated ? (uncalibrated[points.token[i]!] ?? NaN) : own;
    if (!Number.isFinite(value)) continue;
    const step = Math.max(0, Math.min(normalizedFull, Math.round(value)));
    sums[step]! += points.actual[i]! * factor;
    counts[step]!++;
  }
  return Array.from(counts, (count, simulated) => ({
    simulated,
    meanActual: sums[simulated]! / count / factor,
    count,
  })).filter(({ count }) => count > 0);
}

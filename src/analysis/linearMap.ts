import { type Line as LinearMap, onLine as applyMap } from './line.ts';
import { errorOf, precisionOf } from './precision.ts';

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

import { type Line as LinearMap, onLine as applyMap } from './line.ts';
import { errorOf, precisionOf } from './precision.ts';

export { applyMap, type LinearMap };

export const identity: LinearMap = { slope: 1, intercept: 0 };

/**
 * A value may be this far from a linear map, as a share of what the values span: nobody sees that.
 * Further only where rounding explains it.
 */
const tolerance = 1e-3;

/**
 * The linear map that takes the values of `x` to those of `y`, which are pairs by place; null where there is none, or too little to tell
 * one by. Pairs with a value that is not finite say nothing.
 */
export function linearMapOf(x: ArrayLike<number>, y: ArrayLike<number>): LinearMap | null {
  const finite = (i: number) => Number.isFinite(x[i]) && Number.isFinite(y[i]);
  const count = Math.min(x.length, y.length);
  // By the two pairs that are furthest apart: exact values give the exact map.
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

/** How far rounding may have moved a pair from a map of this slope. */
function roundingError(x: ArrayLike<number>, y: ArrayLike<number>, slope: number) {
  const [ofX, ofY] = [precisionOf(Array.from(x), false), precisionOf(Array.from(y), false)];
  return (i: number) => errorOf(ofY, y[i]!) + Math.abs(slope) * errorOf(ofX, x[i]!);
}

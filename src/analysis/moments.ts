/**
 * Count, means and sums of squares about the means of pairs. Enough for correlation and regression,
 * and mergeable.
 */
export interface Moments {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
  /**
   * Whether all x, or all y, are equal. Compares values, since rounding in the sums hides a
   * constant.
   */
  readonly constantX: boolean;
  readonly constantY: boolean;
  readonly firstX: number;
  readonly firstY: number;
}

/**
 * Moments of x and y, lists of equal length. Two passes, means first, so that large offsets do not
 * cancel digits.
 */
export function momentsOf(x: ArrayLike<number>, y: ArrayLike<number>): Moments {
  const count = x.length;
  let [sumX, sumY] = [0, 0];
  for (let i = 0; i < count; i++) {
    sumX += x[i]!;
    sumY += y[i]!;
  }
  const [meanX, meanY] = count === 0 ? [0, 0] : [sumX / count, sumY / count];
  const [firstX, firstY] = [x[0] ?? 0, y[0] ?? 0];
  let [xx, yy, xy] = [0, 0, 0];
  let [constantX, constantY] = [true, true];
  for (let i = 0; i < count; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
    constantX &&= x[i] === firstX;
    constantY &&= y[i] === firstY;
  }
  return { count, meanX, meanY, xx, yy, xy, constantX, constantY, firstX, firstY };
}

/**
 * The moments of two joined lists of pairs. Source: Chan, Golub and LeVeque (1979), pairwise
 * update.
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const dx = b.meanX - a.meanX;
  const dy = b.meanY - a.meanY;
  const weight = (a.count * b.count) / count;
  return {
    count,
    meanX: a.meanX + (dx * b.count) / count,
    meanY: a.meanY + (dy * b.count) / count,
    xx: a.xx + b.xx + dx * dx * weight,
    yy: a.yy + b.yy + dy * dy * weight,
    xy: a.xy + b.xy + dx * dy * weight,
    constantX: a.constantX && b.constantX && a.firstX === b.firstX,
    constantY: a.constantY && b.constantY && a.firstY === b.firstY,
    firstX: a.firstX,
    firstY: a.firstY,
  };
}

export const noMoments: Moments = momentsOf([], []);

/** Smaller sums of squares have lost digits. */
const smallest = 1e-290;

/**
 * Pearson's correlation, from -1 to 1. Null if undefined: a list is constant, a value is not
 * finite, or values are too small to tell.
 */
export function correlationOf({ xx, yy, xy, constantX, constantY }: Moments): number | null {
  if (constantX || constantY || xx < smallest || yy < smallest) return null;
  const correlation = xy / Math.sqrt(xx) / Math.sqrt(yy);
  return Number.isFinite(correlation) ? Math.max(-1, Math.min(1, correlation)) : null;
}

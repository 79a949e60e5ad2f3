import { momentsOf } from './moments.ts';

/** y = `slope` · x + `intercept`. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** The line of least squares through (x, y), lists of one length and finite; null where x is constant or there is nothing. */
export function fitLine(x: ArrayLike<number>, y: ArrayLike<number>): Line | null {
  const { meanX, meanY, xx, xy, constantX } = momentsOf(x, y);
  if (constantX) return null;
  const slope = xy / xx;
  const intercept = meanY - slope * meanX;
  return Number.isFinite(slope) && Number.isFinite(intercept) ? { slope, intercept } : null;
}

export function onLine({ slope, intercept }: Line, x: number): number {
  return slope * x + intercept;
}

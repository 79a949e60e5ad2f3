import { safeFactor, scaledBy } from '../format/magnitude.ts';
import { momentsOf } from './moments.ts';

/** y = `slope` · x + `intercept`. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * The least-squares line through (x, y), finite lists of equal length. Null if x is constant or
 * empty.
 */
export function fitLine(x: ArrayLike<number>, y: ArrayLike<number>): Line | null {
  const [ofX, ofY] = [safeFactor([x]), safeFactor([y])];
  const { meanX, meanY, xx, xy, constantX } = momentsOf(scaledBy(x, ofX), scaledBy(y, ofY));
  if (constantX) return null;
  const slope = ((xy / xx) * ofX) / ofY;
  const intercept = (meanY - (xy / xx) * meanX) / ofY;
  return Number.isFinite(slope) && Number.isFinite(intercept) ? { slope, intercept } : null;
}

export function onLine({ slope, intercept }: Line, x: number): number {
  return slope * x + intercept;
}

import { safeFactor, scaledBy } from '../format/magnitude.ts';
import { momentsOf } from './moments.ts';

/** y = `slope` · x + `intercept`. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** The line of least squares through (x, y), lists of one length and finite; null where x is constant or there is nothing. */
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

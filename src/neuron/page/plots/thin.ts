import type { Interval } from '../../contract/protocol.ts';

/** Points that are drawn as one. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** In pixels. Points within a cell are drawn as one. */
const cell = 2;

/** Thousands of points at zero are drawn once. */
export function thin(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  domain: { readonly x: Interval; readonly y: Interval },
  size: { readonly width: number; readonly height: number },
): Dot[] {
  const columns = Math.max(1, Math.ceil(size.width / cell));
  const rows = Math.max(1, Math.ceil(size.height / cell));
  const dots = new Map<number, Dot>();
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [xs[i]!, ys[i]!];
    const key = cellOf(x, domain.x, columns) * (rows + 1) + cellOf(y, domain.y, rows);
    const dot = dots.get(key);
    dots.set(key, dot ? { ...dot, count: dot.count + 1 } : { x, y, count: 1 });
  }
  return [...dots.values()];
}

function cellOf(value: number, [low, high]: Interval, count: number): number {
  return high === low ? 0 : Math.round(((value - low) / (high - low)) * count);
}

/** From the smallest to the largest value, including zero. */
export function domainOf(values: ArrayLike<number>): Interval {
  let [low, high] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return low === high ? [0, 1] : [low, high];
}

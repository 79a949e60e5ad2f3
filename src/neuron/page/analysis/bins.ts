import type { Points } from '../../../analysis/points.ts';

/** Points in one range of simulated values. */
export interface PointBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

const binCount = 10;

/** Ranges of equal width by simulated value. Ranges without points are left out. */
export function binPoints({ simulated, actual }: Pick<Points, 'simulated' | 'actual'>): PointBin[] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < simulated.length; i++) {
    low = Math.min(low, simulated[i]!);
    high = Math.max(high, simulated[i]!);
  }
  // Divided first: the difference may overflow.
  const width = high / binCount - low / binCount;
  const endOf = (bin: number) => low * (1 - bin / binCount) + high * (bin / binCount);
  const values = Array.from({ length: binCount }, (): number[] => []);
  for (let i = 0; i < simulated.length; i++) {
    const bin = width > 0 ? Math.floor(simulated[i]! / width - low / width) : 0;
    values[Math.min(bin, binCount - 1)]!.push(actual[i]!);
  }
  return values.flatMap((of, i) =>
    of.length === 0
      ? []
      : {
          from: endOf(i),
          to: endOf(i + 1),
          count: of.length,
          mean: of.reduce((sum, value) => sum + value / of.length, 0),
          min: of.reduce((least, value) => Math.min(least, value), Infinity),
          max: of.reduce((most, value) => Math.max(most, value), -Infinity),
        },
  );
}

import type { ActivationHistogram } from '../../../analysis/activationHistogram.ts';

/** A bin as a bar. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Number of sequences whose largest activation is in it. */
  readonly maxima: number;
  /** Height from 0 to 1, on a logarithmic scale that begins at half an activation. */
  readonly share: number;
}

export interface Bars {
  readonly bars: readonly Bar[];
  /** Counts on the scale, at most three powers of ten, with their height from 0 to 1. */
  readonly ticks: readonly { readonly count: number; readonly share: number }[];
  /** Places of the sequences' maxima, from 0 to 1. */
  readonly maxima: readonly number[];
}

const mostTicks = 3;

export function barsOf({ min, max, counts, maxima }: ActivationHistogram): Bars {
  const highest = counts.reduce((most, count) => Math.max(most, count), 1);
  const shareOf = (count: number) =>
    count === 0 ? 0 : Math.log(2 * count) / Math.log(2 * highest);
  const bins = counts.length;
  const edge = (bin: number) => min * (1 - bin / bins) + max * (bin / bins);
  // Divided first: the difference may overflow.
  const span = max / 2 - min / 2;
  const places = Array.from(maxima, (value) => (span > 0 ? (value / 2 - min / 2) / span : 0));
  const binOf = (place: number) => Math.min(bins - 1, Math.floor(place * bins));
  return {
    bars: Array.from(counts, (count, bin) => ({
      from: edge(bin),
      to: edge(bin + 1),
      count,
      maxima: places.filter((place) => binOf(place) === bin).length,
      share: shareOf(count),
    })),
    ticks: ticksTo(highest).map((count) => ({ count, share: shareOf(count) })),
    maxima: places,
  };
}

function ticksTo(highest: number): readonly number[] {
  const powers = Math.floor(Math.log10(highest)) + 1;
  const step = Math.ceil(powers / mostTicks);
  return Array.from({ length: Math.ceil(powers / step) }, (_, i) => 10 ** (i * step));
}

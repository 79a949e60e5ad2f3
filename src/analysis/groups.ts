/**
 * Top-activating and random sequences of an explanation. Writers store the top-activating ones first, best first, as many as
 * there are random ones or not; the format does not say which is which, so the activations have to.
 */
export interface SequenceGroups {
  /** How many sequences, from the first on, are the top-activating; the others are random. */
  readonly top: number;
  readonly random: number;
  /**
   * What tells them apart. `apart`: the maxima of the first half fall, and none of the second half reaches them. `order`: those of the first
   * half fall, as sorted ones do, and those of the second do not. `gap`: after the first so many falls the maximum by half of
   * all that it spans.
   */
  readonly by: 'apart' | 'order' | 'gap';
  /** The smallest maximum of the top-activating, and the largest of the random, in the neuron's units. */
  readonly lowestTop: number;
  readonly highestRandom: number;
}

/**
 * Halves of fewer sequences come about too often by chance. Of sequences in any order, the first three are the three largest of six, and fall,
 * once in 120 times; five fall as often.
 */
const apartTells = 3;
const orderTells = 5;
/** The share of the span of all maxima that is a gap by itself. */
const gapShare = 0.5;

/**
 * Tells the groups apart by each sequence's true activations, in the file's order; null where the data cannot: too few sequences, a
 * dead neuron, or maxima in no such order.
 */
export function sequenceGroups(activations: readonly (readonly number[])[]): SequenceGroups | null {
  const maxima = activations.map(maximum);
  const count = maxima.length;
  const falling = fallingPrefix(maxima);
  const lowest = maxima.reduce((low, value) => Math.min(low, value), Infinity);
  if (count < 2 || !Number.isFinite(lowest) || lowest === maxima[0]) return null;

  const half = count / 2;
  if (Number.isInteger(half) && falling >= half && falling < count) {
    if (half >= apartTells && maxima[half - 1]! > highest(maxima.slice(half)))
      return groups(maxima, half, 'apart');
    if (half >= orderTells && fallingPrefix(maxima.slice(half)) < half)
      return groups(maxima, half, 'order');
  }
  return byGap(maxima, falling, lowest);
}

/** One sequence that stands out, at either end, makes no group. */
function byGap(maxima: readonly number[], falling: number, lowest: number): SequenceGroups | null {
  let best = { top: 0, gap: 0 };
  let rest = -Infinity;
  for (let top = maxima.length - 1; top >= 2; top--) {
    rest = Math.max(rest, maxima[top]!);
    if (maxima.length - top < 2) continue;
    const gap = maxima[top - 1]! - rest;
    if (top <= falling && gap > best.gap) best = { top, gap };
  }
  const span = maxima[0]! - lowest;
  return best.gap >= gapShare * span && best.top > 0 ? groups(maxima, best.top, 'gap') : null;
}

function groups(maxima: readonly number[], top: number, by: SequenceGroups['by']): SequenceGroups {
  const random = maxima.length - top;
  return {
    top,
    random,
    by,
    lowestTop: maxima[top - 1]!,
    highestRandom: highest(maxima.slice(top)),
  };
}

function fallingPrefix(values: readonly number[]): number {
  let length = Math.min(1, values.length);
  while (length < values.length && values[length]! <= values[length - 1]!) length++;
  return length;
}

/** -Infinity where there is no finite value. */
export function maximum(values: readonly number[]): number {
  let high = -Infinity;
  for (const value of values) if (value > high && value !== Infinity) high = value;
  return high;
}

function highest(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity);
}

/**
 * Top-activating and random sequences of an explanation. Writers store the top-activating ones
 * first, best first, in equal or unequal numbers. The format does not label them, so the
 * activations decide.
 */
export interface SequenceGroups {
  /** The number of top-activating sequences at the start. The others are random. */
  readonly top: number;
  readonly random: number;
  /**
   * How they were separated. `apart`: the maxima of the first half fall, and none of the second
   * half reaches them. `order`: the maxima of the first half fall as if sorted, those of the second
   * do not. `gap`: after the first few, the maximum drops by half of the whole range.
   */
  readonly by: 'apart' | 'order' | 'gap';
  /** The smallest top-activating and the largest random maximum, in the neuron's units. */
  readonly lowestTop: number;
  readonly highestRandom: number;
}

/**
 * Halves of fewer sequences occur too often by chance. In random order, the first three of six are
 * the three largest and fall once in 120 times; five fall as often.
 */
const apartTells = 3;
const orderTells = 5;
/** The share of the range of all maxima that counts as a gap. */
const gapShare = 0.5;

/**
 * Separates the groups by each sequence's true activations, in file order. Null if the data cannot:
 * too few sequences, a dead neuron, or no such order.
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

/** A single outlier at either end is not a group. */
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

/** -Infinity without a finite value. */
export function maximum(values: readonly number[]): number {
  let high = -Infinity;
  for (const value of values) if (value > high && value !== Infinity) high = value;
  return high;
}

function highest(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity);
}

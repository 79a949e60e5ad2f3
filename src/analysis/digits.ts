/** A value with more decimals or digits was not rounded. */
const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const decimals = [0, ...digits];
/** Single precision has about seven digits, so more digits carry no information. */
const mostOfSingle = 6;
/** Significant bits of the short floats that models use: bfloat16 and half precision. */
const shortFloats = [8, 11];

/**
 * The decimals that the finite values need, as doubles or singles; undefined if they were not
 * rounded.
 */
export function decimalsOf(values: ArrayLike<number>): number | undefined {
  return fewest(values, decimals, (value, count) => {
    const power = 10 ** count;
    return isShort(value, Math.round(value * power) / power, count);
  });
}

/** The significant digits that they need. */
export function digitsOf(values: ArrayLike<number>): number | undefined {
  return fewest(values, digits, hasDigits);
}

/** Whether a number was rounded, to decimals or digits. */
export function isRounded(value: number): boolean {
  return decimalsOf([value]) !== undefined || digitsOf([value]) !== undefined;
}

export function hasDigits(value: number, count: number): boolean {
  return isShort(value, Number(value.toPrecision(count)), count);
}

/** The significant bits of the shortest float type that holds them. */
export function bitsOf(values: ArrayLike<number>): number | undefined {
  return fewest(values, shortFloats, hasBits);
}

/** The first count that is enough for all finite values. */
function fewest(
  values: ArrayLike<number>,
  counts: readonly number[],
  isEnough: (value: number, count: number) => boolean,
): number | undefined {
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    while (Number.isFinite(values[i]) && !isEnough(values[i]!, counts[at]!))
      if (++at === counts.length) return undefined;
  }
  return counts[at];
}

function isShort(value: number, rounded: number, count: number): boolean {
  // numpy rounds singles to singles, which are not short decimals as doubles.
  return value === rounded || (count <= mostOfSingle && value === Math.fround(rounded));
}

const single = new Float32Array(1);
const bitsOfSingle = new Uint32Array(single.buffer);

export function hasBits(value: number, bits: number): boolean {
  single[0] = value;
  return single[0] === value && bitsOfSingle[0]! % 2 ** (24 - bits) === 0;
}

/** A value with more decimals than this was not rounded. */
const mostDecimals = 9;
/** Single precision has about seven digits: more decimals carry no information. */
const decimalsOfSingle = 6;
const singleEpsilon = 2 ** -24;
/** Allowance for the error of a sum of thousands of doubles. */
const doubleEpsilon = 2 ** -50;
/** Public files have four decimals or fewer. Nobody rounds a score to fewer than two. */
const fewestDecimals = 2;
/** The error of a score that was computed in single precision. */
const singleScore = 5e-6;

/**
 * How many decimals the finite values need, as doubles or singles; undefined where they were not
 * rounded.
 */
export function decimalsOf(lists: Iterable<ArrayLike<number>>): number | undefined {
  let decimals = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      while (Number.isFinite(list[i]) && !hasDecimals(list[i]!, decimals))
        if (++decimals > mostDecimals) return undefined;
    }
  }
  return decimals;
}

function hasDecimals(value: number, decimals: number): boolean {
  const power = 10 ** decimals;
  const rounded = Math.round(value * power) / power;
  // numpy rounds singles to singles, which are no short decimals once they are doubles.
  return value === rounded || (decimals <= decimalsOfSingle && value === Math.fround(rounded));
}

/**
 * How far each stored value may be from the one that was scored, in its own unit: half a unit of
 * the last decimal. Whole numbers were not rounded: simulators say them. Where `scoredAsStored`,
 * only the arithmetic of single or double precision is left.
 */
export function roundingError(
  lists: readonly ArrayLike<number>[],
  scoredAsStored: boolean,
): number {
  let largest = 0;
  let single = true;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const value = list[i]!;
      if (!Number.isFinite(value)) continue;
      largest = Math.max(largest, Math.abs(value));
      single &&= value === Math.fround(value);
    }
  }
  const arithmetic = largest * (single ? singleEpsilon : doubleEpsilon);
  const decimals = scoredAsStored ? 0 : decimalsOf(lists);
  return Math.max(arithmetic, decimals ? 0.5 * 10 ** -decimals : 0);
}

/** How many decimals scores that are stored together have. */
export interface ScoreDecimals {
  /**
   * The maximum of those that were rounded: trailing zeros are not stored, so one score may show
   * fewer. Null if none was rounded.
   */
  readonly rounded: number | null;
  readonly someNotRounded: boolean;
}

export function scoreDecimals(scores: readonly (number | null)[]): ScoreDecimals {
  let rounded: number | null = null;
  let someNotRounded = false;
  for (const score of scores) {
    if (score === null || !Number.isFinite(score)) continue;
    const decimals = decimalsOf([[score]]);
    if (decimals === undefined) someNotRounded = true;
    else if (decimals >= fewestDecimals) rounded = Math.max(rounded ?? 0, decimals);
  }
  return { rounded, someNotRounded };
}

/**
 * How far a stored score may be from what was computed: half a unit of its last decimal, or what
 * single precision loses; 0 for a full double. `together` is of the scores that were stored with
 * it.
 */
export function scoreRounding(score: number, together: ScoreDecimals): number {
  if (decimalsOf([[score]]) === undefined)
    return score === Math.fround(score) ? singleScore * Math.max(1, Math.abs(score)) : 0;
  const { rounded, someNotRounded } = together;
  if (rounded === null && someNotRounded) return 0;
  return 0.5 * 10 ** -(rounded ?? fewestDecimals);
}

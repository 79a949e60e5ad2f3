import { byteAt, Char, sixteen } from './characters';
import { isDigit } from './numbers';
import { enders, Style, tablesOf } from './numberTables';

/** The end of the last list, or the position of its fault. */
export let end: usize = 0;
/** The number of commas and of rows' opening brackets before `end`. */
export let commas: u32 = 0;
export let opens: u32 = 0;

/**
 * Whether the list that starts before `at` is valid up to its closing bracket, which is then at
 * `end`. The list ends at the first character that cannot follow.
 */
export function skipChunks(at: usize, style: u32): bool {
  /** The distance from a row's opening bracket to the closing one of the row before. */
  const rowGap: usize = style & Style.Spaced ? 3 : 2;
  findEnd(at, style, rowGap);
  // The tables let a digit follow a row. Then that row's bracket is `rowGap` before this one.
  if (byteAt(end) != Char.CloseList || byteAt(end - rowGap) == Char.CloseList) return false;
  const last = byteAt(end - 1);
  return style & Style.Rows ? last == Char.CloseList : isDigit(last);
}

/**
 * Sets `end` to the first character that breaks a rule. All rules only look back. In a function of
 * its own, the loop is faster.
 */
function findEnd(at: usize, style: u32, rowGap: usize): void {
  const tables = tablesOf(style);
  const low = v128.load(tables);
  const high = v128.load(tables, 16);
  const nextLow = v128.load(tables, 32);
  const nextHigh = v128.load(tables, 48);
  const exponents = (style & Style.Exponents) != 0;

  const half = sixteen(15);
  const zero = sixteen(Char.Zero);
  const openList = sixteen(Char.OpenList);
  const closeList = sixteen(Char.CloseList);
  const comma = sixteen(Char.Comma);
  const point = sixteen(Char.Point);
  const e = sixteen(Char.SmallE);
  const notEnders = sixteen(~enders & 0xff);
  const separator = sixteen(style & Style.Spaced ? Char.Space : Char.Comma);

  let commaCount: u32 = 0;
  let openCount: u32 = 0;
  /** 1 if the number at the start of the chunk already has its point. */
  let hasPoint: u32 = 0;
  let before = lookUp(nextLow, nextHigh, v128.load(at - 16), half);
  while (true) {
    const bytes = v128.load(at);
    const last = v128.load(at - 1);
    const groups = lookUp(low, high, bytes, half);
    const next = lookUp(nextLow, nextHigh, bytes, half);
    // Characters that may follow the one before.
    let fits = v128.and(oneBefore(before, next), groups);
    // Digits after a leading zero.
    let zeros = v128.and(i8x16.eq(last, zero), v128.and(twoBefore(before, next), groups));
    const opening = i8x16.eq(bytes, openList);
    if (exponents) {
      // In `e-05`, a digit may follow the zero, and the number ends after it.
      zeros = v128.andnot(zeros, i8x16.eq(v128.load(at - 3), e));
      fits = v128.andnot(fits, v128.and(i8x16.eq(v128.load(at - 4), e), notEnders));
      fits = v128.or(fits, v128.and(opening, i8x16.eq(last, separator)));
    }
    // A row starts exactly where one ended before.
    const loose = v128.xor(opening, i8x16.eq(v128.load(at - rowGap), closeList));
    const misfits = i8x16.eq(fits, i8x16.splat(0));
    const wrong = v128.or(v128.or(zeros, loose), misfits);

    const commaBits = i8x16.bitmask(i8x16.eq(bytes, comma));
    const openBits = i8x16.bitmask(opening);
    const pointBits = i8x16.bitmask(i8x16.eq(bytes, point));
    // Each point starts a carry, up to the next comma. A second point meets it.
    const sum = (~commaBits & 0xffff) + pointBits + hasPoint;
    const faults = i8x16.bitmask(wrong) | (sum & pointBits);
    if (faults) {
      const place = ctz(faults);
      const earlier = (1 << place) - 1;
      commas = commaCount + popcnt(commaBits & earlier);
      opens = openCount + popcnt(openBits & earlier);
      end = at + place;
      return;
    }
    before = next;
    hasPoint = sum >> 16;
    commaCount += popcnt(commaBits);
    openCount += popcnt(openBits);
    at += 16;
  }
}

/** What the two tables have in common for the halves of each byte. */
function lookUp(low: v128, high: v128, bytes: v128, half: v128): v128 {
  return v128.and(
    i8x16.relaxed_swizzle(low, v128.and(bytes, half)),
    i8x16.relaxed_swizzle(high, v128.and(i16x8.shr_u(bytes, 4), half)),
  );
}

/** The predecessor of each byte. The first byte's is the last of `before`. */
function oneBefore(before: v128, bytes: v128): v128 {
  // prettier-ignore
  return i8x16.shuffle(before, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

/** The byte two before each byte. */
function twoBefore(before: v128, bytes: v128): v128 {
  // prettier-ignore
  return i8x16.shuffle(before, bytes, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
}

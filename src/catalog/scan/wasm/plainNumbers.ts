import { byteAt, Char, sixteen } from './characters';
import { oneBefore, twoBefore } from './neighbours';
import { blockCommas, blockOpens, blockPoint, skipBlocks } from './numberBlocks';
import { isDigit } from './numbers';
import { enders, Style, tablesOf } from './numberTables';

/** The number of numbers or rows in the last list. */
export let count: u32 = 0;

let style: u32 = 0;
let commas: u32 = 0;
let opens: u32 = 0;
let end: usize = 0;

/**
 * Skips a list of plainly written numbers: one space or none after each comma, no nulls. 0
 * otherwise, although the list may still be valid.
 */
export function skipPlainNumbers(at: usize): usize {
  if (byteAt(at) != Char.OpenList) return 0;
  count = 0;
  if (byteAt(at + 1) == Char.CloseList) return at + 2;
  const after = skipStyled(at + 1, 0);
  count = commas + 1;
  return after;
}

/**
 * Skips a list of plainly written lists of numbers, all in one style. 0 otherwise, although the
 * list may still be valid.
 */
export function skipPlainRows(at: usize): usize {
  if (byteAt(at) != Char.OpenList) return 0;
  count = 0;
  if (byteAt(at + 1) == Char.CloseList) return at + 2;
  if (byteAt(at + 1) != Char.OpenList) return 0;
  const after = skipStyled(at + 2, Style.Rows);
  count = opens + 1;
  return after;
}

/** Exponents are only expected once a file turns out to have some. */
export function forgetExponents(): void {
  style &= ~Style.Exponents;
}

/** Tries the style of the last list first. If it fails, the failure suggests another. */
function skipStyled(at: usize, rows: u32): usize {
  for (let tries = 0; tries < 3; tries++) {
    if (skipChunks(at, style | rows)) return end + 1;
    const found = byteAt(end);
    if (found == Char.SmallE && !(style & Style.Exponents)) style |= Style.Exponents;
    else if (byteAt(end - 1) == Char.Comma) style ^= Style.Spaced;
    else return 0;
  }
  return 0;
}

/**
 * Whether the list that starts before `at` is valid up to its end, which is then `end`. Otherwise
 * `end` is the position of the fault.
 *
 * A list ends at the first character that cannot follow. All rules only look back.
 */
function skipChunks(at: usize, style: u32): bool {
  const tables = tablesOf(style);
  const low = v128.load(tables);
  const high = v128.load(tables, 16);
  const nextLow = v128.load(tables, 32);
  const nextHigh = v128.load(tables, 48);
  const isSpaced = (style & Style.Spaced) != 0;
  const exponents = (style & Style.Exponents) != 0;
  const separator = sixteen(isSpaced ? Char.Space : Char.Comma);
  /** The distance from a row's bracket to that of the row before. */
  const rowGap: usize = isSpaced ? 3 : 2;

  at = skipBlocks(at, style);
  commas = blockCommas;
  opens = blockOpens;
  let pointBefore = blockPoint;
  const before = v128.load(at - 16);
  let nextBefore = v128.and(
    i8x16.relaxed_swizzle(nextLow, v128.and(before, i8x16.splat(15))),
    i8x16.relaxed_swizzle(nextHigh, i8x16.shr_u(before, 4)),
  );
  while (true) {
    const bytes = v128.load(at);
    const lowHalf = v128.and(bytes, i8x16.splat(15));
    const highHalf = i8x16.shr_u(bytes, 4);
    const groups = v128.and(
      i8x16.relaxed_swizzle(low, lowHalf),
      i8x16.relaxed_swizzle(high, highHalf),
    );
    const next = v128.and(
      i8x16.relaxed_swizzle(nextLow, lowHalf),
      i8x16.relaxed_swizzle(nextHigh, highHalf),
    );
    // The characters allowed at each position, by the character before and the one before that.
    let allowed = oneBefore(nextBefore, next);
    const allowedBefore = twoBefore(nextBefore, next);
    nextBefore = next;

    // A digit after a leading zero.
    const zeros = i8x16.eq(v128.load(at - 1), sixteen(Char.Zero));
    let leadingZeros = v128.and(v128.and(allowedBefore, groups), zeros);
    // A row starts exactly where one ended before.
    const openings = i8x16.eq(bytes, sixteen(Char.OpenList));
    const endings = i8x16.eq(v128.load(at - rowGap), sixteen(Char.CloseList));
    const loose = v128.xor(openings, endings);

    let opened = v128.xor(bytes, bytes);
    if (exponents) {
      const three = i8x16.eq(v128.load(at - 3), sixteen(Char.SmallE));
      const four = i8x16.eq(v128.load(at - 4), sixteen(Char.SmallE));
      leadingZeros = v128.andnot(leadingZeros, three);
      allowed = v128.andnot(allowed, v128.and(four, i8x16.splat(<i8>~enders)));
      opened = v128.and(openings, i8x16.eq(v128.load(at - 1), separator));
    }
    const good = v128.or(v128.and(allowed, groups), opened);

    const comma = i8x16.bitmask(i8x16.eq(bytes, sixteen(Char.Comma)));
    const point = i8x16.bitmask(i8x16.eq(bytes, sixteen(Char.Point)));
    const sum = (~comma & 0xffff) + point + pointBefore;
    pointBefore = sum >> 16;

    const misplaced = i8x16.bitmask(i8x16.eq(good, i8x16.splat(0)));
    const otherwise = i8x16.bitmask(leadingZeros) | i8x16.bitmask(loose) | (sum & point);
    const wrong = misplaced | otherwise;
    if (wrong) {
      const place = ctz(wrong);
      const before = (1 << place) - 1;
      commas += popcnt(comma & before);
      opens += popcnt(i8x16.bitmask(openings) & before);
      end = at + place;
      if ((otherwise >> place) & 1 || byteAt(end) != Char.CloseList) return false;
      const last = byteAt(end - 1);
      return style & Style.Rows ? last == Char.CloseList : isDigit(last);
    }
    commas += popcnt(comma);
    opens += popcnt(i8x16.bitmask(openings));
    at += 16;
  }
}

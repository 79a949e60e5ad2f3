import { Char, sixteen } from './characters';
import { oneBefore, twoBefore } from './neighbours';
import { enders, Style, tablesOf } from './numberTables';

/**
 * Vectors of sixteen equal bytes, in memory: the engine would rebuild constants at each use, which
 * is slower.
 */
const constants = memory.data(8 * 16, 16);

/** Call once. */
export function buildConstants(): void {
  v128.store(constants, i8x16.splat(15));
  v128.store(constants, sixteen(Char.Zero), 16);
  v128.store(constants, sixteen(Char.OpenList), 32);
  v128.store(constants, sixteen(Char.CloseList), 48);
  v128.store(constants, sixteen(Char.Comma), 64);
  v128.store(constants, sixteen(Char.Point), 80);
  v128.store(constants, sixteen(Char.SmallE), 96);
  v128.store(constants, i8x16.splat(<i8>~enders), 112);
}

/** Counts of the last blocks. */
export let blockCommas: u32 = 0;
export let blockOpens: u32 = 0;
/** Whether the number at the end of the blocks has its decimal point. */
export let blockPoint: u32 = 0;

/** Joins four masks of 16 bits into one of 64. */
function wide(a: u32, b: u32, c: u32, d: u32): u64 {
  return (<u64>(a | (b << 16))) | ((<u64>(c | (d << 16))) << 32);
}

function lookUp(low: v128, high: v128, lowHalf: v128, highHalf: v128): v128 {
  return v128.and(i8x16.relaxed_swizzle(low, lowHalf), i8x16.relaxed_swizzle(high, highHalf));
}

/**
 * Skips valid blocks of 64 bytes in a list, by the rules of `skipChunks`. That continues at the
 * block where the list ends or something is unusual.
 */
export function skipBlocks(at: usize, style: u32): usize {
  const tables = tablesOf(style);
  const low = v128.load(tables);
  const high = v128.load(tables, 16);
  const nextLow = v128.load(tables, 32);
  const nextHigh = v128.load(tables, 48);
  const isSpaced = (style & Style.Spaced) != 0;
  const exponents = (style & Style.Exponents) != 0;
  const separator = sixteen(isSpaced ? Char.Space : Char.Comma);
  const rowGap: usize = isSpaced ? 3 : 2;

  const half = v128.load(constants);
  const zero = v128.load(constants, 16);
  const openings = v128.load(constants, 32);
  const closings = v128.load(constants, 48);
  const commas = v128.load(constants, 64);
  const points = v128.load(constants, 80);
  const e = v128.load(constants, 96);
  const notEnders = v128.load(constants, 112);

  let commaCount: u32 = 0;
  let opens = i32x4.splat(0);
  let pointBefore: u64 = 0;
  const before = v128.load(at - 16);
  let next = lookUp(
    nextLow,
    nextHigh,
    v128.and(before, half),
    v128.and(i16x8.shr_u(before, 4), half),
  );

  while (true) {
    const bytes0 = v128.load(at, 0);
    const low0 = v128.and(bytes0, half);
    const high0 = v128.and(i16x8.shr_u(bytes0, 4), half);
    const next0 = lookUp(nextLow, nextHigh, low0, high0);
    const groups0 = lookUp(low, high, low0, high0);
    const last0 = v128.load(at - 1, 0);
    const open0 = i8x16.eq(bytes0, openings);
    let fits0 = v128.and(oneBefore(next, next0), groups0);
    let zeros0 = v128.and(i8x16.eq(last0, zero), v128.and(twoBefore(next, next0), groups0));
    next = next0;
    if (exponents) {
      zeros0 = v128.andnot(zeros0, i8x16.eq(v128.load(at - 3, 0), e));
      const tail0 = v128.and(i8x16.eq(v128.load(at - 4, 0), e), notEnders);
      const row0 = v128.and(open0, i8x16.eq(last0, separator));
      fits0 = v128.or(v128.andnot(fits0, tail0), row0);
    }
    let good = fits0;
    const loose0 = v128.xor(open0, i8x16.eq(v128.load(at - rowGap, 0), closings));
    let wrong = v128.or(zeros0, loose0);
    let opened = open0;
    const comma0 = <u32>i8x16.bitmask(i8x16.eq(bytes0, commas));
    const point0 = <u32>i8x16.bitmask(i8x16.eq(bytes0, points));

    const bytes1 = v128.load(at, 16);
    const low1 = v128.and(bytes1, half);
    const high1 = v128.and(i16x8.shr_u(bytes1, 4), half);
    const next1 = lookUp(nextLow, nextHigh, low1, high1);
    const groups1 = lookUp(low, high, low1, high1);
    const last1 = v128.load(at - 1, 16);
    const open1 = i8x16.eq(bytes1, openings);
    let fits1 = v128.and(oneBefore(next, next1), groups1);
    let zeros1 = v128.and(i8x16.eq(last1, zero), v128.and(twoBefore(next, next1), groups1));
    next = next1;
    if (exponents) {
      zeros1 = v128.andnot(zeros1, i8x16.eq(v128.load(at - 3, 16), e));
      const tail1 = v128.and(i8x16.eq(v128.load(at - 4, 16), e), notEnders);
      const row1 = v128.and(open1, i8x16.eq(last1, separator));
      fits1 = v128.or(v128.andnot(fits1, tail1), row1);
    }
    good = i8x16.min_u(good, fits1);
    const loose1 = v128.xor(open1, i8x16.eq(v128.load(at - rowGap, 16), closings));
    wrong = v128.or(wrong, v128.or(zeros1, loose1));
    opened = i8x16.add(opened, open1);
    const comma1 = <u32>i8x16.bitmask(i8x16.eq(bytes1, commas));
    const point1 = <u32>i8x16.bitmask(i8x16.eq(bytes1, points));

    const bytes2 = v128.load(at, 32);
    const low2 = v128.and(bytes2, half);
    const high2 = v128.and(i16x8.shr_u(bytes2, 4), half);
    const next2 = lookUp(nextLow, nextHigh, low2, high2);
    const groups2 = lookUp(low, high, low2, high2);
    const last2 = v128.load(at - 1, 32);
    const open2 = i8x16.eq(bytes2, openings);
    let fits2 = v128.and(oneBefore(next, next2), groups2);
    let zeros2 = v128.and(i8x16.eq(last2, zero), v128.and(twoBefore(next, next2), groups2));
    next = next2;
    if (exponents) {
      zeros2 = v128.andnot(zeros2, i8x16.eq(v128.load(at - 3, 32), e));
      const tail2 = v128.and(i8x16.eq(v128.load(at - 4, 32), e), notEnders);
      const row2 = v128.and(open2, i8x16.eq(last2, separator));
      fits2 = v128.or(v128.andnot(fits2, tail2), row2);
    }
    good = i8x16.min_u(good, fits2);
    const loose2 = v128.xor(open2, i8x16.eq(v128.load(at - rowGap, 32), closings));
    wrong = v128.or(wrong, v128.or(zeros2, loose2));
    opened = i8x16.add(opened, open2);
    const comma2 = <u32>i8x16.bitmask(i8x16.eq(bytes2, commas));
    const point2 = <u32>i8x16.bitmask(i8x16.eq(bytes2, points));

    const bytes3 = v128.load(at, 48);
    const low3 = v128.and(bytes3, half);
    const high3 = v128.and(i16x8.shr_u(bytes3, 4), half);
    const next3 = lookUp(nextLow, nextHigh, low3, high3);
    const groups3 = lookUp(low, high, low3, high3);
    const last3 = v128.load(at - 1, 48);
    const open3 = i8x16.eq(bytes3, openings);
    let fits3 = v128.and(oneBefore(next, next3), groups3);
    let zeros3 = v128.and(i8x16.eq(last3, zero), v128.and(twoBefore(next, next3), groups3));
    next = next3;
    if (exponents) {
      zeros3 = v128.andnot(zeros3, i8x16.eq(v128.load(at - 3, 48), e));
      const tail3 = v128.and(i8x16.eq(v128.load(at - 4, 48), e), notEnders);
      const row3 = v128.and(open3, i8x16.eq(last3, separator));
      fits3 = v128.or(v128.andnot(fits3, tail3), row3);
    }
    good = i8x16.min_u(good, fits3);
    const loose3 = v128.xor(open3, i8x16.eq(v128.load(at - rowGap, 48), closings));
    wrong = v128.or(wrong, v128.or(zeros3, loose3));
    opened = i8x16.add(opened, open3);
    const comma3 = <u32>i8x16.bitmask(i8x16.eq(bytes3, commas));
    const point3 = <u32>i8x16.bitmask(i8x16.eq(bytes3, points));

    const comma = wide(comma0, comma1, comma2, comma3);
    const point = wide(point0, point1, point2, point3);
    const sum = ~comma + point + pointBefore;
    const misfit = i8x16.eq(good, i8x16.splat(0));
    if ((<u64>i8x16.bitmask(v128.or(wrong, misfit))) | (sum & point)) break;

    pointBefore = (point | (~comma & ~sum)) >> 63;
    commaCount += <u32>popcnt(comma);
    opens = i32x4.sub(opens, i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_s(opened)));
    at += 64;
  }
  blockCommas = commaCount;
  blockPoint = <u32>pointBefore;
  blockOpens =
    i32x4.extract_lane(opens, 0) +
    i32x4.extract_lane(opens, 1) +
    i32x4.extract_lane(opens, 2) +
    i32x4.extract_lane(opens, 3);
  return at;
}

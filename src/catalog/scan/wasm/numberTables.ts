import { Char } from './characters';

/**
 * Which characters may follow which in a list of plain numbers, as tables for 16 characters at a
 * time.
 *
 * A character belongs to groups and has a set of allowed groups for the next character. Both are
 * looked up by the low and high half of the character's byte: the result is what both tables
 * contain. Only one result has more than was defined: digits may follow `]`, which shares one half
 * with `-` and the other with `[`. `skipChunks` finds them by another rule.
 */
const enum Group {
  Digit = 1,
  Minus = 2,
  Point = 4,
  Comma = 8,
  Space = 16,
  /** An opening bracket. With exponents an `e`; brackets are then checked separately. */
  OpenOrExponent = 32,
  Close = 64,
  /**
   * Digits too, since they may follow the start of a number. Distinguishes starts from the rest.
   * The sign bit.
   */
  AfterStart = 128,
}

/** The styles of writing a list, as bits. */
export const enum Style {
  /** A space after each comma, otherwise none. */
  Spaced = 1,
  /** Numbers may have exponents, as Python writes small ones: `e-05`. */
  Exponents = 2,
  /** A list of lists, otherwise of numbers. */
  Rows = 4,
  All = 8,
}

/** The groups of characters that may follow a number. */
export const enders: i32 = Group.Comma | Group.Close;

/**
 * Four tables per style: groups by low and high half, and allowed next groups by low and high half.
 */
const tables = memory.data(8 * 64, 16);

/** The address of a style's tables. */
export function tablesOf(style: u32): usize {
  return tables + style * 64;
}

/** Call once. */
export function buildTables(): void {
  for (let style: i32 = 0; style < Style.All; style++) build(style);
}

function build(style: u32): void {
  const digit = Group.Digit | Group.AfterStart;
  const exponents = (style & Style.Exponents) != 0;
  const open = exponents ? 0 : Group.OpenOrExponent;
  const start = digit | Group.Minus;
  const afterDigit =
    Group.Digit | Group.Point | Group.Comma | Group.Close | (exponents ? Group.OpenOrExponent : 0);

  for (let c: i32 = Char.Zero; c <= Char.Nine; c++) define(style, c, digit, afterDigit);
  define(style, Char.Minus, Group.Minus, digit);
  define(style, Char.Point, Group.Point, Group.Digit);
  if (exponents) define(style, Char.SmallE, Group.OpenOrExponent, Group.Minus);
  if (style & Style.Spaced) {
    define(style, Char.Comma, Group.Comma, Group.Space);
    define(style, Char.Space, Group.Space, start | open);
  } else {
    define(style, Char.Comma, Group.Comma, start | open);
  }
  // In a list of numbers, brackets have no group: the first one ends the list.
  const rows = (style & Style.Rows) != 0;
  define(style, Char.OpenList, rows ? open : 0, start | Group.Close);
  define(style, Char.CloseList, rows ? Group.Close : 0, Group.Comma);
}

function define(style: u32, character: u32, groups: u32, next: u32): void {
  const low = tablesOf(style) + (character & 15);
  const high = tablesOf(style) + 16 + (character >> 4);
  store<u8>(low, load<u8>(low) | groups);
  store<u8>(high, load<u8>(high) | groups);
  store<u8>(low, load<u8>(low, 32) | next, 32);
  store<u8>(high, load<u8>(high, 32) | next, 32);
}

import { Char } from './characters';

/**
 * Which characters may follow which in a list of plain numbers, as tables for 16 characters at a time.
 *
 * A character has groups, and a set of groups one of which has to be among those of the next character. Both are found by the character's two
 * halves: what stands in the table of low halves and in that of high halves as well. `define` enters them so that no other character than the
 * defined has a group; the one set that comes out too large, that of `]`, is made up for by what is said there.
 */
const enum Group {
  Digit = 1,
  Minus = 2,
  Point = 4,
  Comma = 8,
  Space = 16,
  /** An opening bracket, or an `e` where numbers have exponents: then brackets are looked at by themselves. */
  OpenOrExponent = 32,
  Close = 64,
  /** Digits as well: they may follow what begins a number, which so is told from what does not. The sign bit. */
  AfterStart = 128,
}

/** The ways to write a list, as bits of a number. */
export const enum Style {
  /** A space after each comma, else none. */
  Spaced = 1,
  /** Numbers may have exponents as Python writes small ones: `e-05`. */
  Exponents = 2,
  /** A list of lists, else of numbers. */
  Rows = 4,
  All = 8,
}

/** The groups that may end a number, as the next character's. */
export const enders: i32 = Group.Comma | Group.Close;

/** Per style four tables: groups by low and by high half, groups of what may follow by low and by high half. */
const tables = memory.data(8 * 64, 16);

/** The address of the tables of a style. */
export function tablesOf(style: u32): usize {
  return tables + style * 64;
}

/** To be called once. */
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
  // In a list of numbers brackets have no group: the first one ends it.
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

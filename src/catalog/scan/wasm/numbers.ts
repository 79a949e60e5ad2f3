import { byteAt, Char } from './characters';

/** Literals of Python and JSON as little-endian words. */
const nullWord: u32 = 0x6c6c756e;
const nanWord: u32 = 0x4e614e;
const infinityWord: u64 = 0x7974696e69666e49;

/** Skips a number, `NaN`, `Infinity` or `-Infinity`. 0 otherwise. */
export function skipNumber(at: usize): usize {
  const first = byteAt(at);
  if (first == Char.CapitalN) return (load<u32>(at) & 0xffffff) == nanWord ? at + 3 : 0;
  if (first == Char.Minus) at++;
  if (byteAt(at) == Char.CapitalI) return load<u64>(at) == infinityWord ? at + 8 : 0;
  return skipDecimal(at);
}

/** Skips `null`. 0 otherwise. */
export function skipNull(at: usize): usize {
  return load<u32>(at) == nullWord ? at + 4 : 0;
}

/** Skips a number, or a `null` in its place. */
export function skipFloat(at: usize): usize {
  return byteAt(at) == Char.SmallN ? skipNull(at) : skipNumber(at);
}

/** Skips a JSON number after its sign. */
function skipDecimal(at: usize): usize {
  at = byteAt(at) == Char.Zero ? at + 1 : skipDigits(at);
  if (at && byteAt(at) == Char.Point) at = skipDigits(at + 1);
  if (at && (byteAt(at) | 0x20) == Char.SmallE) {
    const sign = byteAt(at + 1);
    at = skipDigits(sign == Char.Plus || sign == Char.Minus ? at + 2 : at + 1);
  }
  return at;
}

/** Skips one or more digits. 0 otherwise. */
function skipDigits(at: usize): usize {
  const start = at;
  while (isDigit(byteAt(at))) at++;
  return at > start ? at : 0;
}

export function isDigit(c: i32): bool {
  return c >= Char.Zero && c <= Char.Nine;
}

/** The value of the last index. */
export let index: u32 = 0;

/** Skips a whole number of at most 9 plain digits. The decoder handles others. */
export function skipIndex(at: usize): usize {
  const start = at;
  index = 0;
  for (; isDigit(byteAt(at)); at++) {
    if (at - start == 9 || (at > start && index == 0)) return 0;
    index = index * 10 + (byteAt(at) - Char.Zero);
  }
  return at > start ? at : 0;
}

import { byteAt, Char } from './characters';

/** Bytes of Python's and JSON's literals, as a little-endian word. */
const nullWord: u32 = 0x6c6c756e;
const nanWord: u32 = 0x4e614e;
const infinityWord: u64 = 0x7974696e69666e49;

/** Past a number, `NaN`, `Infinity` or `-Infinity`. 0 unless there is one. */
export function skipNumber(at: usize): usize {
  const first = byteAt(at);
  if (first == Char.CapitalN) return (load<u32>(at) & 0xffffff) == nanWord ? at + 3 : 0;
  if (first == Char.Minus) at++;
  if (byteAt(at) == Char.CapitalI) return load<u64>(at) == infinityWord ? at + 8 : 0;
  return skipDecimal(at);
}

/** Past `null`. 0 unless it is that. */
export function skipNull(at: usize): usize {
  return load<u32>(at) == nullWord ? at + 4 : 0;
}

/** Past a number, or the `null` that stands for one. */
export function skipFloat(at: usize): usize {
  return byteAt(at) == Char.SmallN ? skipNull(at) : skipNumber(at);
}

/** Past JSON's number, after its sign. */
function skipDecimal(at: usize): usize {
  at = byteAt(at) == Char.Zero ? at + 1 : skipDigits(at);
  if (at && byteAt(at) == Char.Point) at = skipDigits(at + 1);
  if (at && (byteAt(at) | 0x20) == Char.SmallE) {
    const sign = byteAt(at + 1);
    at = skipDigits(sign == Char.Plus || sign == Char.Minus ? at + 2 : at + 1);
  }
  return at;
}

/** Past one digit or more. 0 if there is none. */
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

/** Past a whole number of at most 9 digits, written as such; others are the decoder's to judge. */
export function skipIndex(at: usize): usize {
  const start = at;
  index = 0;
  for (; isDigit(byteAt(at)); at++) {
    if (at - start == 9 || (at > start && index == 0)) return 0;
    index = index * 10 + (byteAt(at) - Char.Zero);
  }
  return at > start ? at : 0;
}

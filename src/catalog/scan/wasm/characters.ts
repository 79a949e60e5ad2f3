/** The bytes that have a meaning in JSON. */
export const enum Char {
  Tab = 0x09,
  LineFeed = 0x0a,
  CarriageReturn = 0x0d,
  Space = 0x20,
  Quote = 0x22,
  Plus = 0x2b,
  Comma = 0x2c,
  Minus = 0x2d,
  Point = 0x2e,
  Slash = 0x2f,
  Zero = 0x30,
  Nine = 0x39,
  Colon = 0x3a,
  CapitalE = 0x45,
  CapitalI = 0x49,
  CapitalN = 0x4e,
  OpenList = 0x5b,
  Backslash = 0x5c,
  CloseList = 0x5d,
  SmallB = 0x62,
  SmallE = 0x65,
  SmallF = 0x66,
  SmallN = 0x6e,
  SmallR = 0x72,
  SmallT = 0x74,
  SmallU = 0x75,
  OpenObject = 0x7b,
  CloseObject = 0x7d,
}

/** The byte at an address, as a number that compares with characters. */
export function byteAt(at: usize): i32 {
  return load<u8>(at);
}

/** Sixteen of each byte, in memory: the engine would rebuild constants at each use. */
const vectors = memory.data(256 * 16, 16);

/** Call once. */
export function buildVectors(): void {
  for (let c = 0; c < 256; c++) v128.store(vectors + c * 16, i8x16.splat(<i8>c));
}

/** A vector of sixteen equal bytes. */
export function sixteen(c: i32): v128 {
  return v128.load(vectors + c * 16);
}

import { byteAt } from './characters';

/**
 * Skips one character beyond ASCII. 0 unless it is standard UTF-8: not overlong, no surrogate, at
 * most U+10FFFF. Also 0 for a control character, which strings cannot have.
 */
export function skipBeyondAscii(at: usize): usize {
  const first = byteAt(at);
  const second = byteAt(at + 1);
  if (first >= 0xc2 && first <= 0xdf) return isBetween(second, 0x80, 0xbf) ? at + 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const lowest: i32 = first == 0xe0 ? 0xa0 : 0x80;
    const highest: i32 = first == 0xed ? 0x9f : 0xbf;
    return isBetween(second, lowest, highest) && isLater(at, 2) ? at + 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const lowest: i32 = first == 0xf0 ? 0x90 : 0x80;
    const highest: i32 = first == 0xf4 ? 0x8f : 0xbf;
    return isBetween(second, lowest, highest) && isLater(at, 2) && isLater(at, 3) ? at + 4 : 0;
  }
  return 0;
}

function isLater(at: usize, offset: usize): bool {
  return isBetween(byteAt(at + offset), 0x80, 0xbf);
}

function isBetween(byte: i32, lowest: i32, highest: i32): bool {
  return byte >= lowest && byte <= highest;
}

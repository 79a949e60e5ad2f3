import { byteAt, Char, sixteen } from './characters';
import { Element } from './lists';
import { skipBeyondAscii } from './utf8';

/** Whether the last string has escapes. */
export let hasEscapes: bool = false;

/** Skips a string with its opening quote at `at`. 0 unless it is valid JSON and UTF-8. */
export function skipText(at: usize): usize {
  if (byteAt(at) != Char.Quote) return 0;
  hasEscapes = false;
  at++;
  while (true) {
    const bytes = v128.load(at);
    const quotes = i8x16.eq(bytes, sixteen(Char.Quote));
    const backslashes = i8x16.eq(bytes, sixteen(Char.Backslash));
    // Control characters. The comparison is signed, so bytes beyond ASCII are less as well.
    const others = i8x16.lt_s(bytes, sixteen(Char.Space));
    const stops = i8x16.bitmask(v128.or(v128.or(quotes, backslashes), others));
    if (!stops) {
      at += 16;
      continue;
    }
    at += ctz(stops);
    const c = byteAt(at);
    if (c == Char.Quote) return at + 1;
    if (c == Char.Backslash) {
      hasEscapes = true;
      at = skipEscape(at + 1);
    } else {
      at = skipBeyondAscii(at);
    }
    if (!at) return 0;
  }
}

@unmanaged
export class Text extends Element {
  skip(at: usize): usize {
    return skipText(at);
  }
}

/** Skips the rest of an escape after its backslash. A surrogate may be alone. */
function skipEscape(at: usize): usize {
  switch (byteAt(at)) {
    case Char.Quote:
    case Char.Backslash:
    case Char.Slash:
    case Char.SmallB:
    case Char.SmallF:
    case Char.SmallN:
    case Char.SmallR:
    case Char.SmallT:
      return at + 1;
    case Char.SmallU:
      return isHex(at + 1) && isHex(at + 2) && isHex(at + 3) && isHex(at + 4) ? at + 5 : 0;
    default:
      return 0;
  }
}

function isHex(at: usize): bool {
  const c = byteAt(at);
  // This bit makes letters lower case, and turns no other character into a letter from a to f.
  const letter = c | 0x20;
  return (c >= Char.Zero && c <= Char.Nine) || (letter >= 0x61 && letter <= Char.SmallF);
}

import { byteAt, Char } from './characters';
import { setListLength } from './lists';
import { commas, end, opens, skipChunks } from './numberChunks';
import { Style } from './numberTables';

/** The style of the last list. */
let style: u32 = 0;

/**
 * Skips a list of plainly written numbers: one space or none after each comma, no nulls. 0
 * otherwise, although the list may still be valid.
 */
export function skipPlainNumbers(at: usize): usize {
  if (byteAt(at) != Char.OpenList) return 0;
  if (byteAt(at + 1) == Char.CloseList) return skipEmpty(at);
  const after = skipStyled(at + 1, 0);
  setListLength(commas + 1);
  return after;
}

/**
 * Skips a list of plainly written lists of numbers, all in one style. 0 otherwise, although the
 * list may still be valid.
 */
export function skipPlainRows(at: usize): usize {
  if (byteAt(at) != Char.OpenList) return 0;
  if (byteAt(at + 1) == Char.CloseList) return skipEmpty(at);
  if (byteAt(at + 1) != Char.OpenList) return 0;
  const after = skipStyled(at + 2, Style.Rows);
  setListLength(opens + 1);
  return after;
}

/** Exponents are only expected once a file turns out to have some. */
export function forgetExponents(): void {
  style &= ~Style.Exponents;
}

function skipEmpty(at: usize): usize {
  setListLength(0);
  return at + 2;
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

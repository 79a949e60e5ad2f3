import { byteAt, Char } from './characters';
import { count, skipPlainNumbers, skipPlainRows } from './plainNumbers';
import { skipFloat } from './numbers';
import { more, skipBlank, skipOpen, skipSeparator } from './separators';

/** The number of numbers or rows in the last list. */
export let floatCount: u32 = 0;

/** Skips a list of numbers and nulls. 0 otherwise. */
export function skipFloats(at: usize): usize {
  const end = skipPlainNumbers(at);
  if (end) floatCount = count;
  return end || skipAnyFloats(at);
}

/** Skips a list of lists of numbers and nulls. `floatCount` is the number of rows. 0 otherwise. */
export function skipFloatRows(at: usize): usize {
  const end = skipPlainRows(at);
  if (end) floatCount = count;
  return end || skipAnyRows(at);
}

/** As `skipFloats` for any legal spelling, one character at a time. */
function skipAnyFloats(at: usize): usize {
  floatCount = 0;
  at = skipOpen(at, Char.OpenList);
  if (!at) return 0;
  if (byteAt(at) == Char.CloseList) return at + 1;
  do {
    at = skipSeparator(skipFloat(skipBlank(at)), Char.CloseList);
    floatCount++;
  } while (at && more);
  return at;
}

function skipAnyRows(at: usize): usize {
  floatCount = 0;
  at = skipOpen(at, Char.OpenList);
  if (!at) return 0;
  if (byteAt(at) == Char.CloseList) return at + 1;
  let rows: u32 = 0;
  do {
    at = skipSeparator(skipAnyFloats(skipBlank(at)), Char.CloseList);
    rows++;
  } while (at && more);
  floatCount = rows;
  return at;
}

import { byteAt, Char } from './characters';
import { skipFloat } from './numbers';
import { skipValue, Value } from './values';

/** The range of the last score; both are 0 for null. */
export let scoreStart: usize = 0;
export let scoreEnd: usize = 0;

/**
 * Skips a score: a number, a word for a value that is not finite, or null. The decoder handles
 * rarer spellings.
 */
export function skipScore(at: usize): usize {
  const end = byteAt(at) == Char.Quote ? skipValue(at, Value.NotFinite) : skipFloat(at);
  const isNull = byteAt(at) == Char.SmallN;
  scoreStart = isNull ? 0 : at;
  scoreEnd = isNull ? 0 : end;
  return end;
}

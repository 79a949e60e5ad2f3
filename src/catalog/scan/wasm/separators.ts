import { byteAt, Char } from './characters';

/**
 * Skips white space within the value, without line feeds: the row of a value on several lines has a
 * notice, which only the decoder makes.
 */
export function skipBlank(at: usize): usize {
  let c = byteAt(at);
  while (c == Char.Space || c == Char.Tab || c == Char.CarriageReturn) c = byteAt(++at);
  return at;
}

/** Skips white space around the value, including line feeds. */
export function skipLines(at: usize): usize {
  at = skipBlank(at);
  while (byteAt(at) == Char.LineFeed) at = skipBlank(at + 1);
  return at;
}

/** Skips a token and white space around it. 0 without the token. */
export function skipToken(at: usize, token: Char): usize {
  at = skipBlank(at);
  return byteAt(at) == token ? skipBlank(at + 1) : 0;
}

import { byteAt, Char } from './characters';

/** Whether another element follows the last separator. */
export let more: bool = false;

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

/** Skips the `,` or `close` after an element that ends at `at`. 0 otherwise, and if `at` is 0. */
export function skipSeparator(at: usize, close: Char): usize {
  if (!at) return 0;
  at = skipBlank(at);
  const c = byteAt(at);
  more = c == Char.Comma;
  return more || c == close ? at + 1 : 0;
}

/** Skips the `open` of an object or a list, up to the next token. 0 otherwise. */
export function skipOpen(at: usize, open: Char): usize {
  return byteAt(at) == open ? skipBlank(at + 1) : 0;
}

import { byteAt, Char } from './characters';

/** Whether the last separator said that another element follows. */
export let more: bool = false;

/**
 * Past white space inside the value. A line feed is none here: a value on several lines is a remark in the row, and the decoder's to
 * make.
 */
export function skipBlank(at: usize): usize {
  let c = byteAt(at);
  while (c == Char.Space || c == Char.Tab || c == Char.CarriageReturn) c = byteAt(++at);
  return at;
}

/** Past white space around the value, where line feeds do not count. */
export function skipLines(at: usize): usize {
  at = skipBlank(at);
  while (byteAt(at) == Char.LineFeed) at = skipBlank(at + 1);
  return at;
}

/** Past the `,` or the `close` after an element that ends at `at`. 0 if there is neither, or if `at` is 0. */
export function skipSeparator(at: usize, close: Char): usize {
  if (!at) return 0;
  at = skipBlank(at);
  const c = byteAt(at);
  more = c == Char.Comma;
  return more || c == close ? at + 1 : 0;
}

/** Past the `open` of an object or a list, to what is next in it. 0 if there is none. */
export function skipOpen(at: usize, open: Char): usize {
  return byteAt(at) == open ? skipBlank(at + 1) : 0;
}

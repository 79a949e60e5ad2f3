import { byteAt, Char } from './characters';
import { skipBlank } from './separators';

/** The elements of a list, as a type argument. See `DataClass`. */
@unmanaged
export abstract class Element {
  /** Skips an element. 0 unless it is valid. */
  abstract skip(at: usize): usize;
}

/** The length of the last list. */
export let listLength: u32 = 0;

export function setListLength(length: u32): void {
  listLength = length;
}

/** Skips a list of valid elements. 0 otherwise. */
export function skipList<T extends Element>(at: usize): usize {
  let length: u32 = 0;
  if (byteAt(at) != Char.OpenList) return 0;
  at = skipBlank(at + 1);
  if (byteAt(at) != Char.CloseList) {
    at--;
    do {
      at = changetype<T>(0).skip(skipBlank(at + 1));
      if (!at) return 0;
      at = skipBlank(at);
      length++;
    } while (byteAt(at) == Char.Comma);
    if (byteAt(at) != Char.CloseList) return 0;
  }
  listLength = length;
  return at + 1;
}

import { byteAt, Char } from './characters';
import { skipNull, skipNumber } from './numbers';
import { more, skipBlank, skipOpen, skipSeparator } from './separators';
import { skipText } from './texts';

/** How deep a value may be that is dropped: far below what the decoder allows, and no depth that files have. */
const maximumDepth: u32 = 64;

/** Past a value of any kind. 0 unless it is JSON, or the JSON that Python writes. */
export function skipAny(at: usize, depth: u32 = 0): usize {
  if (depth > maximumDepth) return 0;
  switch (byteAt(at)) {
    case Char.OpenObject:
      return skipObject(at, depth);
    case Char.OpenList:
      return skipList(at, depth);
    case Char.Quote:
      return skipText(at);
    case Char.SmallN:
      return skipNull(at);
    case Char.SmallT:
      return load<u32>(at) == 0x65757274 ? at + 4 : 0;
    case Char.SmallF:
      return load<u32>(at, 1) == 0x65736c61 ? at + 5 : 0;
    default:
      return skipNumber(at);
  }
}

function skipObject(at: usize, depth: u32): usize {
  at = skipOpen(at, Char.OpenObject);
  if (byteAt(at) == Char.CloseObject) return at + 1;
  do {
    at = skipText(skipBlank(at));
    if (!at) return 0;
    at = skipBlank(at);
    if (byteAt(at) != Char.Colon) return 0;
    at = skipSeparator(skipAny(skipBlank(at + 1), depth + 1), Char.CloseObject);
  } while (at && more);
  return at;
}

function skipList(at: usize, depth: u32): usize {
  at = skipOpen(at, Char.OpenList);
  if (byteAt(at) == Char.CloseList) return at + 1;
  do {
    at = skipSeparator(skipAny(skipBlank(at), depth + 1), Char.CloseList);
  } while (at && more);
  return at;
}

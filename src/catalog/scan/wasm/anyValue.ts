import { byteAt, Char } from './characters';
import { skipNull, skipNumber } from './numbers';
import { more, skipBlank, skipOpen, skipSeparator } from './separators';
import { hasEscapes, skipText } from './texts';
import { isSame } from './words';

/** The greatest depth of a skipped value. Far below the decoder's limit, and beyond real files. */
const maximumDepth: u32 = 64;

/** The names of the open objects, as address and length. The innermost object is last. */
const names = memory.data(256 * 8, 16);
const mostNames: u32 = 256;
let nameCount: u32 = 0;

/** Skips a value of any type. 0 unless it is JSON as Python writes it. */
export function skipAny(at: usize, depth: u32 = 0): usize {
  if (depth == 0) nameCount = 0;
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

/** Skips an object. Also 0 if a name may be repeated, which is a problem of the file. */
function skipObject(at: usize, depth: u32): usize {
  at = skipOpen(at, Char.OpenObject);
  if (byteAt(at) == Char.CloseObject) return at + 1;
  const first = nameCount;
  do {
    const start = skipBlank(at);
    at = skipText(start);
    if (!at || hasEscapes || !addName(first, start, at - start)) return 0;
    at = skipBlank(at);
    if (byteAt(at) != Char.Colon) return 0;
    at = skipSeparator(skipAny(skipBlank(at + 1), depth + 1), Char.CloseObject);
  } while (at && more);
  nameCount = first;
  return at;
}

/** False if there is no room, or if the name occurs from `first` on. */
function addName(first: u32, start: usize, length: usize): bool {
  if (nameCount == mostNames) return false;
  for (let i = first; i < nameCount; i++) {
    const name = names + i * 8;
    if (load<u32>(name, 4) == length && isSame(start, load<u32>(name), length)) return false;
  }
  store<u32>(names + nameCount * 8, <u32>start);
  store<u32>(names + nameCount * 8, <u32>length, 4);
  nameCount++;
  return true;
}

function skipList(at: usize, depth: u32): usize {
  at = skipOpen(at, Char.OpenList);
  if (byteAt(at) == Char.CloseList) return at + 1;
  do {
    at = skipSeparator(skipAny(skipBlank(at), depth + 1), Char.CloseList);
  } while (at && more);
  return at;
}

import { byteAt, Char } from './characters';
import { Element, skipList } from './lists';
import { skipNull, skipNumber } from './numbers';
import { skipBlank, skipToken } from './separators';
import { hasEscapes, skipText } from './texts';
import { isSame } from './words';

/** The greatest depth of a skipped value. Far below the decoder's limit, and beyond real files. */
const maximumDepth: u32 = 64;
let depth: u32 = 0;

/** Literals as little-endian words, the latter without its first letter. */
const trueWord: u32 = 0x65757274;
const falseWord: u32 = 0x65736c61;

const maximumNames: u32 = 256;
/** The names of the open objects, as address and length. The innermost object is last. */
const names = memory.data(maximumNames * 8, 16);
let nameCount: u32 = 0;

/** Skips a value of any type. 0 unless it is JSON as Python writes it. */
export function skipAny(at: usize): usize {
  depth = 0;
  nameCount = 0;
  return skipAnyValue(at);
}

function skipAnyValue(at: usize): usize {
  switch (byteAt(at)) {
    case Char.OpenObject:
      return skipObject(at);
    case Char.OpenList:
      return skipList<Value>(at);
    case Char.Quote:
      return skipText(at);
    case Char.SmallN:
      return skipNull(at);
    case Char.SmallT:
      return load<u32>(at) == trueWord ? at + 4 : 0;
    case Char.SmallF:
      return load<u32>(at, 1) == falseWord ? at + 5 : 0;
    default:
      return skipNumber(at);
  }
}

/** Skips a value in an object or a list. */
function skipNested(at: usize): usize {
  if (depth == maximumDepth) return 0;
  depth++;
  at = skipAnyValue(at);
  depth--;
  return at;
}

@unmanaged
class Value extends Element {
  skip(at: usize): usize {
    return skipNested(at);
  }
}

/** Skips an object. Also 0 if a name may be repeated, which is a problem of the file. */
function skipObject(at: usize): usize {
  const first = nameCount;
  const empty = skipBlank(at + 1);
  if (byteAt(empty) == Char.CloseObject) return empty + 1;
  do {
    const start = skipBlank(at + 1);
    const end = skipText(start);
    if (!end || hasEscapes || !addName(first, start, end - start)) return 0;
    at = skipToken(end, Char.Colon);
    if (at) at = skipNested(at);
    if (!at) return 0;
    at = skipBlank(at);
  } while (byteAt(at) == Char.Comma);
  nameCount = first;
  return byteAt(at) == Char.CloseObject ? at + 1 : 0;
}

/** False if there is no room, or if the name occurs from `first` on. */
function addName(first: u32, start: usize, length: usize): bool {
  if (nameCount == maximumNames) return false;
  for (let i = first; i < nameCount; i++) {
    const name = names + i * 8;
    if (load<u32>(name, 4) == length && isSame(start, load<u32>(name), length)) return false;
  }
  store<u32>(names + nameCount * 8, <u32>start);
  store<u32>(names + nameCount * 8, <u32>length, 4);
  nameCount++;
  return true;
}

/**
 * Numbered words, for lookup by bytes. A table has 64 addresses: for each length, the address of
 * the first word or 0. A word is its bytes, its number, and the address of the next word of its
 * length.
 */
const longest: usize = 48;
const numberAt: usize = 48;
const nextAt: usize = 52;
const size: usize = 64;

/** Memory for the words of all tables. */
const words = memory.data(48 * 64, 16);
let wordCount: u32 = 0;

/** Appends an ASCII word, shorter than 48, to those of its length. `number` is not 0. */
export function add(table: usize, text: string, number: u32): void {
  const word = words + wordCount * size;
  wordCount++;
  for (let i = 0; i < text.length; i++) store<u8>(word + i, text.charCodeAt(i));
  store<u32>(word + numberAt, number);
  let link = table + text.length * 4;
  while (load<u32>(link)) link = load<u32>(link) + nextAt;
  store<u32>(link, <u32>word);
}

/** The number of the word with these bytes; 0 if there is none. */
export function find(table: usize, start: usize, length: usize): u32 {
  if (length >= longest) return 0;
  let word: usize = load<u32>(table + length * 4);
  while (word) {
    if (isSame(start, word, length)) return load<u32>(word + numberAt);
    word = load<u32>(word + nextAt);
  }
  return 0;
}

/** Whether `length` bytes at two addresses are equal. Reads up to 15 bytes beyond each. */
export function isSame(start: usize, word: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i += 16) {
    const differ = ~i8x16.bitmask(i8x16.eq(v128.load(start + i), v128.load(word + i)));
    const left = length - i;
    const counts = left < 16 ? (1 << (<u32>left)) - 1 : 0xffff;
    if (differ & counts) return false;
  }
  return true;
}

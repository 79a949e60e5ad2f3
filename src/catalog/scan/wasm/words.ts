/**
 * Words, each with a number, to be found among bytes. A table is 64 addresses, by length, of the first word of that length, or 0; a word is its
 * bytes, its number and the address of the next one of its length.
 */
const longest: usize = 48;
const numberAt: usize = 48;
const nextAt: usize = 52;
const size: usize = 64;

/** Room for the words of all tables. */
const words = memory.data(48 * 64, 16);
let wordCount: u32 = 0;

/** Adds a word of ASCII, shorter than 48, behind those of its length. `number` is not 0. */
export function add(table: usize, text: string, number: u32): void {
  const word = words + wordCount * size;
  wordCount++;
  for (let i = 0; i < text.length; i++) store<u8>(word + i, text.charCodeAt(i));
  store<u32>(word + numberAt, number);
  let link = table + text.length * 4;
  while (load<u32>(link)) link = load<u32>(link) + nextAt;
  store<u32>(link, <u32>word);
}

/** The number of the word that these bytes are; 0 if they are none. */
export function find(table: usize, start: usize, length: usize): u32 {
  if (length >= longest) return 0;
  let word: usize = load<u32>(table + length * 4);
  while (word) {
    if (isSame(start, word, length)) return load<u32>(word + numberAt);
    word = load<u32>(word + nextAt);
  }
  return 0;
}

/** Whether `length` bytes at two addresses are the same. It reads up to 15 bytes more of each. */
export function isSame(start: usize, word: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i += 16) {
    const differ = ~i8x16.bitmask(i8x16.eq(v128.load(start + i), v128.load(word + i)));
    const left = length - i;
    const counts = left < 16 ? (1 << (<u32>left)) - 1 : 0xffff;
    if (differ & counts) return false;
  }
  return true;
}

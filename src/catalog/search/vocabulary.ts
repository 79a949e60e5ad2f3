import { bytes, counts } from '../rows/growable.ts';

const separator = '\n';
const empty = -1;

/**
 * Unique words, numbered. A custom hash table that looks up UTF-8 bytes within a longer text: with
 * millions of lookups, creating strings would take most of the time.
 */
export class Vocabulary {
  readonly words: string[] = [];
  readonly #bytes = bytes();
  /** The start of each word's bytes, and of the next word's. */
  readonly #starts = counts();
  /**
   * The letters of each word as bits, several letters per bit. Words with few differences differ in
   * few bits.
   */
  readonly #letters = counts();
  #hashes = new Int32Array(1 << 12);
  #slots = new Int32Array(1 << 12).fill(empty);
  readonly #decoder = new TextDecoder();
  #joined: Joined | undefined;

  constructor() {
    this.#starts.push(0);
  }

  get letters(): Uint32Array {
    return this.#letters.values;
  }

  /** The number of the word in `text` from `start` to `end`. */
  idOf(text: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text[i]!) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot]!; id !== empty; id = this.#slots[slot]!) {
      if (this.#hashes[slot] === hash && this.#is(id, text, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(text.subarray(start, end), hash, slot);
  }

  /** Calls `found` for each word that contains `part`, and says whether it starts with it. */
  find(part: string, found: (id: number, begins: boolean) => void): void {
    const { text, starts } = this.#join();
    let id = 0;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, starts[id])) {
      while (starts[id + 1]! <= at) id++;
      found(id, at === starts[id] || text.startsWith(part, starts[id]));
      id++;
    }
  }

  /** All words in one string, which is faster to search than each of them. */
  #join(): Joined {
    if (this.#joined?.starts.length === this.words.length + 1) return this.#joined;
    const starts = new Uint32Array(this.words.length + 1);
    this.words.forEach((word, i) => (starts[i + 1] = starts[i]! + word.length + 1));
    return (this.#joined = { text: this.words.join(separator) + separator, starts });
  }

  #is(id: number, text: Uint8Array, start: number, end: number): boolean {
    const at = this.#starts.values[id]!;
    if (this.#starts.values[id + 1]! - at !== end - start) return false;
    const known = this.#bytes.values;
    for (let i = at, k = start; k < end; i++, k++) if (known[i] !== text[k]) return false;
    return true;
  }

  #add(utf8: Uint8Array, hash: number, slot: number): number {
    const id = this.words.length;
    const word = this.#decoder.decode(utf8);
    this.words.push(word);
    for (const byte of utf8) this.#bytes.push(byte);
    this.#starts.push(this.#bytes.length);
    this.#letters.push(lettersOf(word));
    this.#slots[slot] = id;
    this.#hashes[slot] = hash;
    if (this.words.length * 2 > this.#slots.length) this.#grow();
    return id;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    const mask = slots.length * 2 - 1;
    this.#slots = new Int32Array(mask + 1).fill(empty);
    this.#hashes = new Int32Array(mask + 1);
    slots.forEach((id, i) => {
      if (id === empty) return;
      let slot = hashes[i]! & mask;
      while (this.#slots[slot] !== empty) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
      this.#hashes[slot] = hashes[i]!;
    });
  }
}

interface Joined {
  readonly text: string;
  /** The start of each word, and of the next one. */
  readonly starts: Uint32Array;
}

export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters >>> 0;
}

import type { ExplanationColumns } from '../rows/explanationColumns.ts';
import { fold, wordPattern } from './fold.ts';
import { bytes, counts } from '../rows/growable.ts';
import type { Slices } from '../slices.ts';
import { Vocabulary } from './vocabulary.ts';
import { partSize, WordPart } from './wordPart.ts';

/** Explanations indexed between two checks of the clock. */
const stride = 1024;

const indices = new WeakMap<ExplanationColumns, WordIndex>();

/**
 * The index of these explanations, shared by all searches. It may lack the latest: `updateAll` adds
 * them.
 */
export function wordIndexOf(explanations: ExplanationColumns): WordIndex {
  let index = indices.get(explanations);
  if (!index) indices.set(explanations, (index = new WordIndex(explanations)));
  return index;
}

/**
 * Which explanations have which folded words, as numbers in a vocabulary. A search looks its words
 * up in the vocabulary, and then reads numbers instead of texts.
 */
export class WordIndex {
  readonly vocabulary = new Vocabulary();
  readonly #explanations: ExplanationColumns;
  readonly #parts: WordPart[] = [];
  /** The words of each explanation after the parts. */
  readonly #words = counts();
  /** The start of each of these explanations' words, and of the next one's. */
  readonly #starts = counts();
  readonly #plain = bytes();
  readonly #encoder = new TextEncoder();
  #utf8 = new Uint8Array(1024);
  #alive: { readonly version: number; readonly marks: Uint8Array } | undefined;

  constructor(explanations: ExplanationColumns) {
    this.#explanations = explanations;
    this.#starts.push(0);
  }

  /** The number of indexed explanations. */
  get length(): number {
    return this.#plain.length;
  }

  /**
   * Writes the bits of the words of each explanation from `from` up to `end` to its place in their
   * part, which must be one.
   */
  mark(from: number, end: number, bits: Int32Array, marks: Int32Array): void {
    const part = this.#parts[Math.floor(from / partSize)];
    if (part) {
      marks.fill(0);
      part.mark(bits, marks);
      return;
    }
    const [words, starts] = [this.#words.values, this.#starts.values];
    for (let place = from % partSize; place < end - from + (from % partSize); place++) {
      let has = 0;
      for (let i = starts[place]!, last = starts[place + 1]!; i < last; i++)
        has |= bits[words[i]!]!;
      marks[place] = has;
    }
  }

  /** Which texts are ASCII. For those, folding only changes case. */
  get plain(): Uint8Array {
    return this.#plain.values;
  }

  /** Indexes missing explanations, in slices. */
  async updateAll(slices: Slices): Promise<void> {
    while (!this.#update(stride)) if (slices.due) await slices.rest();
  }

  /** Indexes up to this many missing explanations. Returns whether none is missing now. */
  #update(atMost: number): boolean {
    const { texts } = this.#explanations;
    const end = Math.min(texts.length, this.length + atMost);
    for (let id = this.length; id < end; id++) {
      const plain = this.#addPlain(texts[id]!);
      if (!plain) this.#addOther(fold(texts[id]!));
      this.#plain.push(Number(plain));
      this.#starts.push(this.#words.length);
      if (this.length % partSize === 0) this.#endPart();
    }
    return end === texts.length;
  }

  /** The words that occur in existing explanations. `version` is the catalog's. */
  alive(version: number): Uint8Array {
    if (this.#alive?.version === version) return this.#alive.marks;
    const marks = new Uint8Array(this.vocabulary.words.length);
    const { owners } = this.#explanations;
    for (const [i, part] of this.#parts.entries()) {
      const exists = (place: number) => owners[i * partSize + place]! >= 0;
      part.wordsOf(exists, (word) => (marks[word] = 1));
    }
    const [words, starts] = [this.#words.values, this.#starts.values];
    const first = this.#parts.length * partSize;
    for (let id = first; id < this.length; id++) {
      if (owners[id]! < 0) continue;
      for (let i = starts[id - first]!; i < starts[id - first + 1]!; i++) marks[words[i]!] = 1;
    }
    this.#alive = { version, marks };
    return marks;
  }

  #endPart(): void {
    const { length } = this.vocabulary.words;
    this.#parts.push(new WordPart(this.#words.values, this.#starts.values, length));
    this.#words.truncate(0);
    this.#starts.truncate(1);
  }

  /** Adds the words of an ASCII text. False, without adding any, for another text. */
  #addPlain(text: string): boolean {
    const length = this.#encode(text);
    const utf8 = this.#utf8;
    let any = 0;
    for (let i = 0; i < length; i++) {
      const byte = utf8[i]!;
      any |= byte;
      utf8[i] = lowerCase[byte]!;
    }
    if (any > 0x7f) return false;
    let start = 0;
    // A separator follows the text.
    for (let i = 0; i <= length; i++) {
      if (utf8[i] !== 0) continue;
      if (i > start) this.#words.push(this.vocabulary.idOf(utf8, start, i));
      start = i + 1;
    }
    return true;
  }

  #addOther(text: string): void {
    for (const [word] of text.matchAll(wordPattern))
      this.#words.push(this.vocabulary.idOf(this.#utf8, 0, this.#encode(word)));
  }

  /** Encodes a text into `#utf8` with a zero at the end. Returns its length in bytes. */
  #encode(text: string): number {
    // A UTF-16 unit takes at most three bytes.
    if (this.#utf8.length <= text.length * 3) this.#utf8 = new Uint8Array(text.length * 4);
    const { written } = this.#encoder.encodeInto(text, this.#utf8);
    this.#utf8[written] = 0;
    return written;
  }
}

/** Lower-case ASCII for bytes of words, zero for separators. */
const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => {
  const [word] = byte < 0x80 ? (String.fromCharCode(byte).match(/[a-z0-9]/i) ?? []) : [];
  return word?.toLowerCase().charCodeAt(0) ?? 0;
});

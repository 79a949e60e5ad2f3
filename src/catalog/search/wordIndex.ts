import type { ExplanationColumns } from '../rows/explanationColumns.ts';
import { fold, wordPattern } from './fold.ts';
import { bytes, counts } from '../rows/growable.ts';
import type { Slices } from '../slices.ts';
import { Vocabulary } from './vocabulary.ts';

/** How many explanations are indexed between two checks of the clock. */
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
 * The folded words of each explanation, in order, by their numbers in a vocabulary. A search looks its words up in the vocabulary, and then
 * goes over numbers in place of texts, which takes the same short time for rare words and for common ones.
 */
export class WordIndex {
  readonly vocabulary = new Vocabulary();
  readonly #explanations: ExplanationColumns;
  readonly #words = counts();
  /** Where the words of each explanation begin, and where those of the next one will. */
  readonly #starts = counts();
  readonly #plain = bytes();
  readonly #encoder = new TextEncoder();
  #utf8 = new Uint8Array(1024);
  #alive: { readonly version: number; readonly marks: Uint8Array } | undefined;

  constructor(explanations: ExplanationColumns) {
    this.#explanations = explanations;
    this.#starts.push(0);
  }

  /** How many explanations are in it. */
  get length(): number {
    return this.#plain.length;
  }

  get words(): Uint32Array {
    return this.#words.values;
  }

  get starts(): Uint32Array {
    return this.#starts.values;
  }

  /** Which texts are of ASCII alone: with those upper and lower case are all there is to fold. */
  get plain(): Uint8Array {
    return this.#plain.values;
  }

  /** Indexes missing explanations, in slices. */
  async updateAll(slices: Slices): Promise<void> {
    while (!this.#update(stride)) if (slices.due) await slices.rest();
  }

  /** Indexes up to this many missing explanations. Whether it has all now. */
  #update(atMost: number): boolean {
    const { texts } = this.#explanations;
    const end = Math.min(texts.length, this.length + atMost);
    for (let id = this.length; id < end; id++) {
      const plain = this.#addPlain(texts[id]!);
      if (!plain) this.#addOther(fold(texts[id]!));
      this.#plain.push(Number(plain));
      this.#starts.push(this.#words.length);
    }
    return end === texts.length;
  }

  /** Which words occur in an explanation that is still there; `version` is the catalog's. */
  alive(version: number): Uint8Array {
    if (this.#alive?.version === version) return this.#alive.marks;
    const marks = new Uint8Array(this.vocabulary.words.length);
    const { owners } = this.#explanations;
    for (let id = 0; id < this.length; id++) {
      if (owners[id]! < 0) continue;
      for (let i = this.starts[id]!; i < this.starts[id + 1]!; i++) marks[this.words[i]!] = 1;
    }
    this.#alive = { version, marks };
    return marks;
  }

  /** The words of a text of ASCII; false, and none, where it is another one. */
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
    // Behind the text is what ends a word.
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

  /** How many bytes the text has, which are in `#utf8` then, with a zero behind them. */
  #encode(text: string): number {
    // A UTF-16 unit takes three bytes at most.
    if (this.#utf8.length <= text.length * 3) this.#utf8 = new Uint8Array(text.length * 4);
    const { written } = this.#encoder.encodeInto(text, this.#utf8);
    this.#utf8[written] = 0;
    return written;
  }
}

/** The bytes of words of ASCII in lower case; zero for what lies between words. */
const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => {
  const [word] = byte < 0x80 ? (String.fromCharCode(byte).match(/[a-z0-9]/i) ?? []) : [];
  return word?.toLowerCase().charCodeAt(0) ?? 0;
});

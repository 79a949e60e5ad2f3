import { wordPattern } from './fold.ts';
import type { Query } from './query.ts';
import type { WordIndex } from './wordIndex.ts';

/** The words and patterns of a query, for one index. */
export interface QueryWords {
  /** Of each word of the vocabulary a set of bits; those of all words of a text together are the text's. */
  readonly bits: Int32Array;
  /** The bits that a text must have, and those that it must not. */
  readonly needed: number;
  readonly forbidden: number;
  /** Those that only texts of ASCII must have. */
  readonly neededIfPlain: number;
  /** The bits of texts of which all words begin a word. */
  readonly beginning: number;
  /** What the bits do not cover: texts that must occur, and texts that must not. */
  readonly checked: readonly string[];
  readonly excluded: readonly string[];
}

/** As many as JavaScript’s numbers have without the sign. */
const mostBits = 31;

/** Looks the words of a query up. */
export function queryWords(query: Query, { vocabulary }: WordIndex): QueryWords {
  const bits = new Int32Array(vocabulary.words.length);
  let used = 0;
  /** Gives a bit to all words that one of `parts` occurs in; 0 where none is left: then it is not asked for. */
  const occurs = (...parts: readonly string[]): number => {
    if (used === mostBits) return 0;
    const bit = 1 << used++;
    for (const part of parts) vocabulary.find(part, (id) => (bits[id]! |= bit));
    return bit;
  };
  let [needed, forbidden, neededIfPlain, beginning] = [0, 0, 0, 0];
  const checked: string[] = [];
  const excluded: string[] = [];

  for (const text of query.texts) {
    if (isWord(text) && used + 2 <= mostBits) {
      const [inside, begins] = [1 << used++, 1 << used++];
      vocabulary.find(text, (id, atStart) => (bits[id]! |= atStart ? inside | begins : inside));
      needed |= inside;
      beginning |= begins;
    } else {
      for (const [part] of text.matchAll(wordPattern)) needed |= occurs(part);
      checked.push(text);
    }
  }
  for (const text of query.excluded) {
    if (isWord(text) && used < mostBits) forbidden |= occurs(text);
    else excluded.push(text);
  }
  for (const { not, literals } of query.patterns)
    if (!not) for (const oneOf of literals) neededIfPlain |= occurs(...oneOf);

  return { bits, needed, forbidden, neededIfPlain, beginning, checked, excluded };
}

function isWord(text: string): boolean {
  const [match] = text.match(wordPattern) ?? [];
  return match === text;
}

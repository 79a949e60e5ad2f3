import { wordPattern } from './fold.ts';
import type { Query } from './query.ts';
import type { WordIndex } from './wordIndex.ts';

/** The words and patterns of a query, for one index. */
export interface QueryWords {
  /** A bit set for each word of the vocabulary. A text's set is the union over its words. */
  readonly bits: Int32Array;
  /** Bits that a text must have, and bits that it must not have. */
  readonly needed: number;
  readonly forbidden: number;
  /** Bits that only ASCII texts must have. */
  readonly neededIfPlain: number;
  /** Bits of texts in which every term starts a word. */
  readonly beginning: number;
  /** Texts without a bit that must occur or must not occur. */
  readonly checked: readonly string[];
  readonly excluded: readonly string[];
  /** Whether a word that must occur is in no text. */
  readonly never: boolean;
}

/** The non-negative bits of a JavaScript integer. */
const mostBits = 31;

/** Looks up the words of a query. */
export function queryWords(query: Query, { vocabulary }: WordIndex): QueryWords {
  const bits = new Int32Array(vocabulary.words.length);
  let used = 0;
  let never = false;
  /** Assigns a bit to all words that contain one of `parts`. 0 if no bit is left. */
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
      let occurs = false;
      vocabulary.find(text, (id, atStart) => {
        occurs = true;
        bits[id]! |= atStart ? inside | begins : inside;
      });
      never ||= !occurs;
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

  return { bits, needed, forbidden, neededIfPlain, beginning, checked, excluded, never };
}

function isWord(text: string): boolean {
  const [match] = text.match(wordPattern) ?? [];
  return match === text;
}

import { distance } from 'fastest-levenshtein';
import type { Catalog } from '../rows/catalog.ts';
import { Slices } from '../slices.ts';
import { lettersOf, type Vocabulary } from './vocabulary.ts';
import { wordIndexOf } from './wordIndex.ts';

/** The words of some catalogs, with candidates for counting errors. */
export interface KnownWords {
  occurs(part: string): boolean;
  /** Words of about this length with about these letters. */
  like(text: string, errors: number): Iterable<string>;
}

/**
 * Corrections for the words of a query that occur in no explanation: the nearest known word for
 * each, if it is near enough to be a typing error. Undefined if a word has none, or if all occur:
 * the query then has no results for another reason.
 */
export function nearestWords(
  texts: readonly string[],
  words: KnownWords,
): ReadonlyMap<string, string> | undefined {
  const nearest = new Map<string, string>();
  for (const text of texts) {
    // Phrases are not corrected.
    if (/\s/.test(text) || words.occurs(text)) continue;
    const found = nearestWord(text, words);
    if (found === undefined) return undefined;
    nearest.set(text, found);
  }
  return nearest.size > 0 ? nearest : undefined;
}

/** One error in a short word, two in a long one. On a tie, the word that was indexed first. */
function nearestWord(text: string, words: KnownWords): string | undefined {
  if (text.length < 3) return undefined;
  let least = text.length < 5 ? 2 : 3;
  let nearest: string | undefined;
  for (const word of words.like(text, least - 1)) {
    const errors = distance(text, word);
    if (errors < least) [least, nearest] = [errors, word];
  }
  return nearest;
}

/** The words in the current explanations of these catalogs. */
export async function wordsOf(
  catalogs: readonly Catalog[],
  slices = new Slices(),
): Promise<KnownWords> {
  const all: { vocabulary: Vocabulary; alive: Uint8Array }[] = [];
  for (const { explanations, version } of catalogs) {
    const index = wordIndexOf(explanations);
    await index.updateAll(slices);
    all.push({ vocabulary: index.vocabulary, alive: index.alive(version) });
  }
  return {
    occurs(part) {
      return all.some(({ vocabulary, alive }) => {
        let any = false;
        vocabulary.find(part, (id) => (any ||= alive[id] === 1));
        return any;
      });
    },
    *like(text, errors) {
      const wanted = lettersOf(text);
      for (const { vocabulary, alive } of all) {
        const { words, letters } = vocabulary;
        for (let id = 0; id < words.length; id++) {
          // An error removes a letter, adds one, or both.
          if (alive[id] === 0 || bitsIn(letters[id]! ^ wanted) > 2 * errors) continue;
          if (Math.abs(words[id]!.length - text.length) <= errors) yield words[id]!;
        }
      }
    },
  };
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

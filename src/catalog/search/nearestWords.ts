import { distance } from 'fastest-levenshtein';
import type { Catalog } from '../rows/catalog.ts';
import { Slices } from '../slices.ts';
import { lettersOf, type Vocabulary } from './vocabulary.ts';
import { wordIndexOf } from './wordIndex.ts';

/** The words of some catalogs, and of which of them it is worth to count the errors. */
export interface KnownWords {
  occurs(part: string): boolean;
  /** Those of about this length and these letters. */
  like(text: string, errors: number): Iterable<string>;
}

/**
 * What was probably meant by the words of a query that occur in no explanation: the nearest of the words for each, where one is near enough to
 * be a typing error. Undefined where a word has none, or all occur: the query then finds nothing for another reason.
 */
export function nearestWords(
  texts: readonly string[],
  words: KnownWords,
): ReadonlyMap<string, string> | undefined {
  const nearest = new Map<string, string>();
  for (const text of texts) {
    // Phrases are taken as they stand: they have no nearest word.
    if (/\s/.test(text) || words.occurs(text)) continue;
    const found = nearestWord(text, words);
    if (found === undefined) return undefined;
    nearest.set(text, found);
  }
  return nearest.size > 0 ? nearest : undefined;
}

/** One error in a short word, two in a long one; of several that are as near, the first that was read. */
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

/** The words of the explanations that these catalogs have now. */
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
          // An error takes a letter away, brings one, or does both.
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

import { distance } from 'fastest-levenshtein';
import type { Catalog } from '../rows/catalog.ts';
import { Slices } from '../slices.ts';
import { lettersOf, type Vocabulary } from './vocabulary.ts';
import { wordIndexOf } from './wordIndex.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import type { Query } from './query.ts';
import { type Found, searchExplanations, type SearchOptions } from './search.ts';

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

/** The most words suggested for one, and how long they are at least, relative to it. */
const mostSuggested = 5;
const shortest = 2 / 3;

/**
 * Words to suggest for each word of a query that occurs in no explanation, nearest first. Less near
 * ones than `nearestWords` uses: up to half of the letters may differ, in words about as long.
 */
export function suggestedWords(
  texts: readonly string[],
  words: KnownWords,
): ReadonlyMap<string, readonly string[]> {
  const suggested = new Map<string, readonly string[]>();
  for (const text of texts) {
    if (/\s/.test(text) || text.length < 3 || words.occurs(text)) continue;
    const errors = Math.floor(text.length / 2);
    const near = new Map<string, number>();
    for (const word of words.like(text, errors)) {
      if (word.length < shortest * text.length) continue;
      const between = distance(text, word);
      if (between <= errors) near.set(word, between);
    }
    const nearest = [...near].sort(([, a], [, b]) => a - b).slice(0, mostSuggested);
    if (nearest.length > 0)
      suggested.set(
        text,
        nearest.map(([word]) => word),
      );
  }
  return suggested;
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

export interface ForgivinglyFound extends Found {
  /** The words without a match, and the words used instead; undefined if nothing was replaced. */
  readonly instead?: ReadonlyMap<string, string>;
}

/** Searches for a query. Without any results, searches again with its typing errors corrected. */
export async function searchForgivingly(
  directories: readonly ExplanationDirectory[],
  query: Query,
  options: SearchOptions,
  slices = new Slices(),
): Promise<ForgivinglyFound> {
  const exact = await searchExplanations(directories, query, options, slices);
  if (exact.total > 0 || query.texts.length === 0) return exact;
  const instead = nearestWords(
    query.texts,
    await wordsOf(
      directories.map(({ catalog }) => catalog),
      slices,
    ),
  );
  if (!instead) return exact;
  const texts = query.texts.map((text) => instead.get(text) ?? text);
  const found = await searchExplanations(directories, { ...query, texts }, options, slices);
  return { ...found, instead };
}

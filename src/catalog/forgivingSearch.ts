import type { ExplanationDirectory } from './explanationDirectory.ts';
import { nearestWords, wordsOf } from './nearestWords.ts';
import type { Query } from './query.ts';
import { type Found, searchExplanations, type SearchOptions } from './search.ts';

export interface ForgivinglyFound extends Found {
  /** The words that occur nowhere, and what was searched for in place of each; undefined where nothing was. */
  readonly instead?: ReadonlyMap<string, string>;
}

/** What the query finds; where that is nothing, what it finds without its typing errors. */
export function searchForgivingly(
  directories: readonly ExplanationDirectory[],
  query: Query,
  options: SearchOptions,
): ForgivinglyFound {
  const exact = searchExplanations(directories, query, options);
  if (exact.total > 0 || query.texts.length === 0) return exact;
  const instead = nearestWords(query.texts, wordsOf(directories.map(({ catalog }) => catalog)));
  if (!instead) return exact;
  const texts = query.texts.map((text) => instead.get(text) ?? text);
  return { ...searchExplanations(directories, { ...query, texts }, options), instead };
}

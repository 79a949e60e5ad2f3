import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import { nearestWords, wordsOf } from './nearestWords.ts';
import type { Query } from './query.ts';
import { Slices } from '../slices.ts';
import { type Found, searchExplanations, type SearchOptions } from './search.ts';

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

import { beginsWord, fold } from './fold.ts';
import type { Query } from './query.ts';
import { queryWords } from './queryWords.ts';
import type { WordIndex } from './wordIndex.ts';

/** How a text matches: not, inside of words, or at the beginning of a word with all that is sought. */
export const noText = 0;
export const inside = 1;
export const begins = 2;

/** Holds the texts of explanations against the words, phrases and expressions of a query. */
export interface TextTest {
  /** Takes the id of an explanation that is in the index. */
  readonly match: (id: number) => typeof noText | typeof inside | typeof begins;
  /** How many texts may be tried between two looks at the clock. */
  readonly stride: number;
  /** Whether an expression did not look at all of a text. */
  readonly wasCut: () => boolean;
}

/** For the explanations that are in the index now. */
export function textTest(query: Query, texts: readonly string[], index: WordIndex): TextTest {
  const { bits, needed, neededIfPlain, forbidden, beginning, checked, excluded } = queryWords(
    query,
    index,
  );
  const { starts, words, plain } = index;
  const { patterns } = query;
  const asksForWords = (needed | neededIfPlain | forbidden) !== 0;
  const folds = checked.length + excluded.length > 0;
  const checks = folds || patterns.length > 0;
  const longest = Math.min(...patterns.map((pattern) => pattern.longest));
  let wasCut = false;
  return {
    match: (id) => {
      let has = 0;
      if (asksForWords) {
        for (let i = starts[id]!, end = starts[id + 1]!; i < end; i++) has |= bits[words[i]!]!;
        const wanted = plain[id] ? needed | neededIfPlain : needed;
        if ((has & wanted) !== wanted || (has & forbidden) !== 0) return noText;
      }
      const atStart = (has & beginning) === beginning;
      if (!checks) return atStart ? begins : inside;
      const text = texts[id]!;
      wasCut ||= text.length > longest;
      for (const { test, not } of patterns) if (test(text) === not) return noText;
      if (!folds) return atStart ? begins : inside;
      const folded = plain[id] ? text.toLowerCase() : fold(text);
      if (!checked.every((wanted) => folded.includes(wanted))) return noText;
      if (excluded.some((unwanted) => folded.includes(unwanted))) return noText;
      return atStart && checked.every((wanted) => beginsWord(folded, wanted)) ? begins : inside;
    },
    stride: checks ? 4 : 4096,
    wasCut: () => wasCut,
  };
}

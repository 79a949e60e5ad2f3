import { beginsWord, fold } from './fold.ts';
import type { Query } from './query.ts';
import { queryWords } from './queryWords.ts';
import type { WordIndex } from './wordIndex.ts';
import { partSize } from './wordPart.ts';

/** How a text matches: not at all, inside words, or with every term at the start of a word. */
export const noText = 0;
export const inside = 1;
export const begins = 2;
export type Match = typeof noText | typeof inside | typeof begins;

export type TextRest = (id: number, byWords: number) => Match;

/** Evaluates a query on the texts of indexed explanations. */
export interface TextTest {
  /**
   * Writes how the words of each ID from `from` up to `end`, at most `blockEnd(from)`, match to the
   * start of `matches`. Fast for many IDs at once.
   */
  readonly words: (from: number, end: number, matches: Uint8Array) => void;
  /** The rest of the test, for a text whose words match like this; undefined if words decide. */
  readonly rest: TextRest | undefined;
  /** Whether a word that must occur is in no text. */
  readonly never: boolean;
  /** Whether an expression did not see all of a text. */
  readonly wasCut: () => boolean;
}

/** How many IDs `words` handles at once, and after how many texts `rest` checks the clock. */
export const block = partSize;
export const restAfter = 4;

/** The end of the block that an ID is in. */
export function blockEnd(id: number): number {
  return id - (id % block) + block;
}

/** For the explanations in the index at this time. */
export function textTest(query: Query, texts: readonly string[], index: WordIndex): TextTest {
  const found = queryWords(query, index);
  const { checked, excluded } = found;
  const { plain } = index;
  const { patterns } = query;
  const longest = Math.min(...patterns.map((pattern) => pattern.longest));
  const folds = checked.length + excluded.length > 0;
  let wasCut = false;
  const marks = new Int32Array(block);

  const byWords = (from: number, end: number, matches: Uint8Array) => {
    const { bits, needed, neededIfPlain, forbidden, beginning } = found;
    if ((needed | neededIfPlain | forbidden) === 0) {
      matches.fill(begins);
      return;
    }
    index.mark(from, end, bits, marks);
    const { plain } = index;
    for (let id = from, place = from % block; id < end; id++, place++) {
      const has = marks[place]!;
      // Most texts have none of the words.
      if (has === 0 && needed !== 0) {
        matches[id - from] = noText;
        continue;
      }
      const wanted = plain[id] ? needed | neededIfPlain : needed;
      if ((has & wanted) !== wanted || (has & forbidden) !== 0) matches[id - from] = noText;
      else matches[id - from] = (has & beginning) === beginning ? begins : inside;
    }
  };

  const rest = (id: number, match: number): Match => {
    const text = texts[id]!;
    wasCut ||= text.length > longest;
    for (const { test, not } of patterns) if (test(text) === not) return noText;
    if (!folds) return match === begins ? begins : inside;
    const isPlain = plain[id] === 1;
    // Most explanations are in lower case, except for names.
    if (isPlain && excluded.length === 0 && checked.every((wanted) => beginsWord(text, wanted)))
      return match === begins ? begins : inside;
    const folded = isPlain ? text.toLowerCase() : fold(text);
    if (!checked.every((wanted) => folded.includes(wanted))) return noText;
    if (excluded.some((unwanted) => folded.includes(unwanted))) return noText;
    const atStart = match === begins && checked.every((wanted) => beginsWord(folded, wanted));
    return atStart ? begins : inside;
  };

  const isAll = !folds && patterns.length === 0;
  return {
    words: byWords,
    rest: isAll ? undefined : rest,
    never: found.never,
    wasCut: () => wasCut,
  };
}

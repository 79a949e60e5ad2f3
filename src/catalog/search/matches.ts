import { fold } from './fold.ts';
import type { Query } from './query.ts';

/** A range of a text, in UTF-16 units. */
export type TextRange = readonly [start: number, end: number];

/** The ranges of an explanation that match a query, in order, neither overlapping nor touching. */
export function matchesIn(text: string, { texts, patterns }: Query): TextRange[] {
  const found: TextRange[] = [];
  if (texts.length > 0) {
    const folded = fold(text);
    // Folding keeps the places of ASCII, which most texts are.
    const places = ascii.test(text) ? undefined : placesIn(text, folded);
    const placeOf = (at: number) => (places ? places[at]! : at);
    for (const wanted of texts) {
      for (let at = folded.indexOf(wanted); at >= 0;) {
        const end = at + wanted.length;
        found.push([placeOf(at), placeOf(end)]);
        at = folded.indexOf(wanted, end);
      }
    }
  }
  for (const { not, rangesIn } of patterns) if (!not) found.push(...rangesIn(text));
  return merged(found);
}

const ascii = /^[\0-\x7f]*$/;

/** The position in a text of each unit of its folded form. */
function placesIn(text: string, folded: string): number[] {
  const places: number[] = [];
  // A letter with its accents folds as it does in the text.
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const { length } = fold(letter);
    for (let i = 0; i < length; i++) places.push(Math.min(index + i, index + letter.length));
  }
  places.push(text.length);
  // In some scripts, letters merge without accents. The ranges are then slightly off.
  while (places.length <= folded.length) places.push(text.length);
  return places;
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (start >= end) continue;
    const last = result.at(-1);
    if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
}

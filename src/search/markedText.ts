import type { TextRange } from '../catalog/search/matches.ts';
import type { Query } from '../catalog/search/query.ts';
import { fold } from '../catalog/search/fold.ts';
import { displayExplanation } from '../text/display.ts';
import { plainLabel } from '../workspace/plainText.ts';

/**
 * Whether VS Code highlights the matches itself. It looks for the typed text verbatim and accepts
 * no ranges from extensions.
 */
export function isHighlighted(typed: string, { texts, patterns }: Query): boolean {
  return patterns.length === 0 && texts.length === 1 && fold(typed.trim()) === texts[0];
}

/** An explanation on one line, with markers around these ranges. */
export function markedText(text: string, ranges: readonly TextRange[]): string {
  let marked = '';
  let at = 0;
  for (const [start, end] of ranges) {
    marked += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return plainLabel(displayExplanation(marked + text.slice(at)));
}

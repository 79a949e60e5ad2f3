import { spell } from '../../../tokens/text/spell.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** How many columns of a font of even widths a text takes: none can be measured where pictures are made of text alone. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const { segment } of graphemes.segment(text)) cells += wide.test(segment) ? 2 : 1;
  return cells;
}

/** The beginning of a text that fits into so many columns. */
export function fit(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  let fitting = '';
  let used = 1;
  for (const { segment } of graphemes.segment(text)) {
    used += wide.test(segment) ? 2 : 1;
    if (used > cells) break;
    fitting += segment;
  }
  return `${fitting}…`;
}

/** A token as a picture shows it: spaces as they are, and in place of what cannot be seen its mark or escape. */
export function visible(token: string): string {
  if (token === '') return '∅';
  return spell(token)
    .map(({ kind, text }) => {
      if (kind === 'space') return ' '.repeat(text.length);
      return kind === 'escape' ? (marks[text] ?? text) : text;
    })
    .join('');
}

const marks: Readonly<Record<string, string>> = { '\\n': '↵', '\\t': '→' };

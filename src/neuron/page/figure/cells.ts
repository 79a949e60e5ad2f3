import { spell } from '../../../tokens/text/spell.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** How many columns of a monospaced font a text takes. A figure has nothing to measure it with. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const { segment } of graphemes.segment(text)) cells += wide.test(segment) ? 2 : 1;
  return cells;
}

/** The start of a text that fits into so many columns. */
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

/** A token as in a figure: spaces as they are, other invisible characters as marks or escapes. */
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

import { breaksBefore } from '../../../tokens/text/pieces.ts';
import type { FigureToken } from './content.ts';
import { spell } from '../../../tokens/text/spell.ts';

/** Column and line start at 0. */
export interface PlacedToken {
  readonly token: FigureToken;
  readonly text: string;
  readonly column: number;
  readonly cells: number;
  readonly line: number;
}

export interface PlacedText {
  readonly tokens: readonly PlacedToken[];
  readonly lines: number;
}

interface Piece {
  readonly token: FigureToken;
  readonly text: string;
  readonly cells: number;
}

/** Breaks lines after line breaks, and between words if possible. */
export function placeTokens(tokens: readonly FigureToken[], columns: number): PlacedText {
  const placed: PlacedToken[] = [];
  let line = 0;
  let column = 0;
  const newLine = () => {
    line++;
    column = 0;
  };
  for (const word of wordsOf(tokens, columns)) {
    const width = word.reduce((sum, { cells }) => sum + cells, 0);
    if (column > 0 && column + width > columns) newLine();
    for (const piece of word) {
      // A word may be longer than a line.
      if (column > 0 && column + piece.cells > columns) newLine();
      placed.push({ ...piece, line, column });
      column += piece.cells;
      if (piece.token.text.endsWith('\n')) newLine();
    }
  }
  return { tokens: placed, lines: column === 0 ? line : line + 1 };
}

/** Tokens grouped by word. */
function wordsOf(tokens: readonly FigureToken[], columns: number): Piece[][] {
  const words: Piece[][] = [];
  let before = '';
  for (const token of tokens) {
    const text = fit(visible(token.text), columns);
    const piece = { token, text, cells: cellsOf(text) };
    const word = words.at(-1);
    if (word && !breaksBefore(token.text, before)) word.push(piece);
    else words.push([piece]);
    before = token.text;
  }
  return words;
}

/** Breaks lines between words. A longer word is truncated. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const line = lines.at(-1)!;
    if (line !== '' && cellsOf(line) + 1 + cellsOf(word) > columns) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => fit(line, columns));
}

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

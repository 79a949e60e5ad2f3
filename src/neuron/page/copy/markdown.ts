import * as l10n from '@vscode/l10n';
import { displayExplanation, wellFormed } from '../../../text/display.ts';
import type { NeuronDocument } from '../../contract/protocol.ts';
import type { Sequence } from '../../../tokens/contract.ts';
import { formatActivation } from '../../../text/number.ts';
import { sequenceCaption } from './caption.ts';

/** A token is bold from this share of the sequence's largest activation. */
const strong = 0.5;

/** The most active tokens are bold, and the source is below. All content is escaped. */
export function sequenceMarkdown(
  { title }: NeuronDocument,
  explanation: string | null,
  { tokens, actual, index, scores }: Sequence,
): string {
  let max = 0;
  for (const value of actual) if (Number.isFinite(value) && value > max) max = value;
  const isStrong = (i: number) => max > 0 && (actual[i] ?? NaN) >= strong * max;
  const runs: { text: string; bold: boolean }[] = [];
  for (const [i, text] of tokens.entries()) {
    // An empty token must not split a run: adjacent marks cancel out.
    if (text === '') continue;
    const last = runs.at(-1);
    if (last && last.bold === isStrong(i)) last.text += text;
    else runs.push({ text, bold: isStrong(i) });
  }
  const body = runs.map(({ text, bold }) => (bold ? inBold(text) : escapeMarkdown(text))).join('');
  const about = [
    l10n.t('Neuron {0}', escapeMarkdown(title)),
    escapeMarkdown(displayExplanation(explanation)),
    sequenceCaption(index, scores),
    ...(max > 0
      ? [l10n.t('bold: activation of at least {0}', formatActivation(strong * max))]
      : []),
  ];
  return `${escapeLineStart(body.trim())}\n\n${about.join(' · ')}\n`;
}

/** Emphasis cannot begin or end with a space. Beside punctuation, only tags work. */
function inBold(text: string): string {
  const { before, inner, after } = withoutOuterSpaces(text);
  if (inner === '') return escapeMarkdown(text);
  const plainEnds = /^[\p{L}\p{N}]/u.test(inner) && /[\p{L}\p{N}]$/u.test(inner);
  const [open, close] = plainEnds ? ['**', '**'] : ['<b>', '</b>'];
  return `${escapeMarkdown(before)}${open}${escapeMarkdown(inner)}${close}${escapeMarkdown(after)}`;
}

/** Not a regular expression: a lazy one is quadratic in a run of spaces. */
function withoutOuterSpaces(text: string): { before: string; inner: string; after: string } {
  const inner = text.trim();
  const start = text.length - text.trimStart().length;
  return { before: text.slice(0, start), inner, after: text.slice(start + inner.length) };
}

/** Possible inline markup of CommonMark, GFM, and math in GitHub and VS Code. */
const markup = new RegExp(
  [
    String.raw`\\(?=[!-/:-@[-${'`'}{-~]|$)`,
    '`',
    String.raw`\[`,
    String.raw`&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[a-zA-Z][a-zA-Z\d]*;)`,
    '<(?=[a-zA-Z/!?])',
    String.raw`(?<=https?|ftp):(?=//)`,
    String.raw`(?<=www)\.`,
    String.raw`(?<=[\w.+-])@(?=\w)`,
    String.raw`\*+|_+|~+|\$+`,
  ].join('|'),
  'giu',
);

/** Renders as `text` in the middle of a line, with visible line breaks. Escapes only if needed. */
export function escapeMarkdown(text: string): string {
  const whole = wellFormed(text).replace(/\t/g, ' ');
  return whole
    .replace(markup, (found: string, at: number) => {
      if (!/^[*_~$]/.test(found)) return `\\${found}`;
      const [before, after] = [whole[at - 1], whole[at + found.length]];
      // Between spaces, or as underscores in a word, they do nothing. At the ends, that is unknown.
      if (isSpace(before) && isSpace(after)) return found;
      if (found.startsWith('_') && isOfWord(before) && isOfWord(after)) return found;
      return found.replace(/./g, '\\$&');
    })
    .replace(/\r\n?|\n/g, '↵<br>');
}

/** Prevents a heading, quote, list or rule at the start of a line. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-[-\s]*$|=+\s*$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** Not line breaks, which become visible marks. */
function isSpace(character: string | undefined): boolean {
  return character !== undefined && /[^\S\r\n]/.test(character);
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

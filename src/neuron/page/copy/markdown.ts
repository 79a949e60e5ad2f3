import * as l10n from '@vscode/l10n';
import { displayExplanation } from '../../../text/display.ts';
import type { NeuronDocument, Sequence } from '../../contract/protocol.ts';
import { formatActivation } from '../../../text/number.ts';
import { escapeLineStart, escapeMarkdown } from './escapeMarkdown.ts';
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

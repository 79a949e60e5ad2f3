import * as l10n from '@vscode/l10n';
import { escapeCharacter } from '../../text/display.ts';
import { formatCount } from '../../text/number.ts';
import { pieces } from './pieces.ts';

/** A part of a token as the card writes it: characters, spaces as marks, or an escape. */
export interface Spelling {
  readonly kind: 'text' | 'space' | 'escape';
  readonly text: string;
}

/** A token written out so that nothing in it is invisible or ambiguous. */
export function spell(token: string): readonly Spelling[] {
  const { shown, hidden } = shorten(token);
  const spelled = pieces(shown).flatMap((piece): Spelling[] => {
    if (piece.kind === 'space') return [{ kind: 'space', text: piece.mark }];
    if (piece.kind === 'text') return spellText(piece.raw);
    return [{ kind: 'escape', text: escapeCharacter(piece.raw) }];
  });
  return hidden > 0 ? [...spelled, { kind: 'escape', text: '…' }] : spelled;
}

/** U+FFFD is part of a character; its glyph would look like a missing font. */
function spellText(text: string): Spelling[] {
  return text
    .split(/(\ufffd)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\ufffd' ? { kind: 'escape', text: '\\ufffd' } : { kind: 'text', text: part },
    );
}

/** What is special about a token; empty for an ordinary one. */
export function remark(token: string): string {
  if (token === '') return l10n.t('empty token');
  const { hidden } = shorten(token);
  if (hidden > 0)
    return l10n.t(
      '{0} characters, the first {1} shown',
      formatCount(token.length),
      formatCount(token.length - hidden),
    );
  return token.includes('\ufffd') ? l10n.t('part of a character') : '';
}

const names: Readonly<Record<string, string>> = {
  '\n': l10n.t('line break'),
  '\r': l10n.t('carriage return'),
  '\t': l10n.t('tab'),
  '\u00a0': l10n.t('no-break space'),
  '\u200b': l10n.t('zero-width space'),
  '\ufffd': l10n.t('part of a character'),
};

/** A token for screen readers, with names for characters that they would skip. */
export function say(token: string): string {
  return sayWith(token, (text) => text);
}

/** As `say`, with visible text in quotes: a token can be a comma between commas. */
export function sayQuoted(token: string): string {
  return sayWith(token, (text) => l10n.t('“{0}”', text));
}

function sayWith(token: string, quote: (text: string) => string): string {
  if (token === '') return l10n.t('empty token');
  if (/^ +$/.test(token)) return spaces(token.length);
  const { shown, hidden } = shorten(token);
  const parts = pieces(shown);
  const isVisible = parts.some(({ kind, raw }) => kind === 'text' && /[^\ufffd]/.test(raw));
  const text = parts
    .map(({ kind, raw, mark }) =>
      kind === 'text' || kind === 'space' ? raw : ` ${names[raw] ?? mark} `,
    )
    .join('')
    .replaceAll('\ufffd', ` ${names['\ufffd']} `)
    .replace(/\s+/g, ' ')
    .trim();
  const said = isVisible ? quote(text) : text;
  return hidden > 0 ? l10n.t('{0}, shortened', said) : said;
}

/** Screen readers may skip a sign. */
export function saySigns(text: string): string {
  return text.replaceAll('\u2212', `${l10n.t('minus')} `).replaceAll('+', `${l10n.t('plus')} `);
}

function spaces(count: number): string {
  return count === 1 ? l10n.t('1 space') : l10n.t('{0} spaces', formatCount(count));
}

/** Longer tokens, in characters, are shortened. */
export const longToken = 200;
const shortLength = 96;

/** The beginning of a long token, and how many of its characters are not shown. */
export function shorten(token: string): { readonly shown: string; readonly hidden: number } {
  if (token.length <= longToken) return { shown: token, hidden: 0 };
  // Do not split a surrogate pair.
  const end = /[\ud800-\udbff]/.test(token.charAt(shortLength - 1)) ? shortLength - 1 : shortLength;
  return { shown: token.slice(0, end), hidden: token.length - end };
}

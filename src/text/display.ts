import * as l10n from '@vscode/l10n';

/** Layer and neuron for display: `5:131`. */
export function displayId(id: { readonly layer: number; readonly neuron: number }): string {
  return `${id.layer}:${id.neuron}`;
}

/** A score with two or more decimals. `–` if the file has none, `undefined` if it is undefined. */
export function displayScore(score: number | 'undefined' | null, decimals = 2): string {
  if (score === null) return '–';
  if (typeof score !== 'number' || !Number.isFinite(score)) return l10n.t('undefined');
  // A small negative score must not become −0.00.
  const isZero = Math.abs(score) < 0.5 * 10 ** -decimals;
  return (isZero ? 0 : score).toFixed(decimals).replace('-', '\u2212');
}

const unusualSpace = /[^\S ]| {2}/;

/**
 * An explanation on one line, with invisible characters escaped and without its leading space. Null
 * if it is empty.
 */
export function explanationText(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  // Most are already on one line.
  return visible(unusualSpace.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed) || null;
}

/** As `explanationText`, with a placeholder for empty text. */
export function displayExplanation(text: string | null): string {
  return explanationText(text) ?? l10n.t('(no explanation text)');
}

/** Marks a preliminary number: not all of its files have been read to the end. */
export const provisionalMark = '≈';

/** With its first letter in upper case. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const short: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t' };

/** A character as an escape of JavaScript or Python: `\n`, `\x00`, `\u200b`, `\u{e0041}`. */
export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code > 0xffff) return `\\u{${hex}}`;
  return (
    short[character] ?? (code < 0x80 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`)
  );
}

/**
 * Characters that act instead of being visible: control characters (including a terminal's),
 * bidirectional controls, line separators, lone surrogates, noncharacters (U+FFFE), and zero-width
 * characters that belong to no script or emoji.
 */
const acting =
  /[\p{Cc}\p{Cs}\p{NChar}\p{Bidi_Control}\u00ad\u200b\u2028\u2029\u2060-\u2064\ufeff]/u;
const allActing = new RegExp(acting, 'gu');

/**
 * Untrusted text on one line, with active characters escaped. For places that show text verbatim.
 */
export function visible(text: string): string {
  return acting.test(text) ? text.replace(allActing, escapeCharacter) : text;
}

/**
 * Text that UTF-8 can encode. Lone surrogates are escaped like Python's `backslashreplace` and as
 * in `visible`.
 */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.replace(/\p{Cs}/gu, escapeCharacter);
}

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

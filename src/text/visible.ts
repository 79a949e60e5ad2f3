const short: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t' };

/** One character as JavaScript and Python people write it: `\n`, `\x00`, `\u200b`, `\u{e0041}`. */
export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code > 0xffff) return `\\u{${hex}}`;
  return (
    short[character] ?? (code < 0x80 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`)
  );
}

/**
 * Characters that do something instead of being seen: controls (a terminal's among them), those that turn the direction of what
 * follows, line separators, halves of characters, what is none (U+FFFE), and what has no width without belonging to a script or an emoji.
 */
const acting =
  /[\p{Cc}\p{Cs}\p{NChar}\p{Bidi_Control}\u00ad\u200b\u2028\u2029\u2060-\u2064\ufeff]/u;
const allActing = new RegExp(acting, 'gu');

/** A text of data as one line that can only be read: what would act, escaped. For places that show characters as they come. */
export function visible(text: string): string {
  return acting.test(text) ? text.replace(allActing, escapeCharacter) : text;
}

/**
 * A text that UTF-8 can hold. Lone surrogates are escaped as by Python's `backslashreplace`, and as
 * `visible` shows them.
 */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.replace(/\p{Cs}/gu, escapeCharacter);
}

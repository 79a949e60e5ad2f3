/**
 * Ignores case, the encoding of accents, and final sigma. So a part of a text folds the same as
 * within the text.
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}

/** The characters of words. Everything else separates words. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

const endsInWord = /[\p{L}\p{N}\p{M}]$/u;

function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // In lower case: 32 is the difference between the cases.
  if (code < 0x80) return ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 48 && code <= 57);
  // Two units, for a letter beyond the basic plane.
  return endsInWord.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Whether a text, folded or ASCII, has `wanted` at the start of a word. */
export function beginsWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (at === 0 || !isInWord(text, at - 1)) return true;
  }
  return false;
}

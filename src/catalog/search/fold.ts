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

function isInWord(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Two units, for a letter beyond the basic plane.
  return endsInWord.test(folded.slice(Math.max(0, at - 1), at + 1));
}

/** Whether a folded text has `wanted` at the start of a word. */
export function beginsWord(folded: string, wanted: string): boolean {
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (at === 0 || !isInWord(folded, at - 1)) return true;
  }
  return false;
}

/** Case and the form of accents do not matter, nor which sigma ends a word: so that the parts of a text fold as they do in it. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}

/** What words consist of; what lies between two of them is none of it. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

const endsInWord = /[\p{L}\p{N}\p{M}]$/u;

/** Whether a folded text has `wanted` at the beginning of a word: after nothing, or after what is no part of a word. */
export function beginsWord(folded: string, wanted: string): boolean {
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    // Two units, for a letter beyond the first plane.
    if (at === 0 || !endsInWord.test(folded.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

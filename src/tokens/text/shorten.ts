/** Tokens longer than this show their beginning only. */
export const longToken = 200;
const kept = 96;

/** The beginning of a long token, and how many of its characters are not shown. */
export function shorten(token: string): { readonly shown: string; readonly hidden: number } {
  if (token.length <= longToken) return { shown: token, hidden: 0 };
  // Not between the two halves of a character.
  const end = /[\ud800-\udbff]/.test(token.charAt(kept - 1)) ? kept - 1 : kept;
  return { shown: token.slice(0, end), hidden: token.length - end };
}

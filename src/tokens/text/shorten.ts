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

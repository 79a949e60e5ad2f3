const word = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i;

/**
 * The number that a word such as `nan` or `-Infinity` stands for; undefined for any other text, one
 * of a finite number included. Writers that cannot store an undefined score as a number use these.
 * Source: Python's `float`.
 */
export function floatOfWord(text: string): number | undefined {
  const [, sign, nan] = word.exec(text) ?? [];
  if (sign === undefined) return undefined;
  if (nan !== undefined) return NaN;
  return sign === '-' ? -Infinity : Infinity;
}

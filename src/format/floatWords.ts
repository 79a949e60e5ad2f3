const word = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i;

/**
 * The number for a word such as `nan` or `-Infinity`; undefined for other text, including finite
 * numbers. Writers that cannot store an undefined score as a number use these words. Source:
 * Python's `float`.
 */
export function floatOfWord(text: string): number | undefined {
  const [, sign, nan] = word.exec(text) ?? [];
  if (sign === undefined) return undefined;
  if (nan !== undefined) return NaN;
  return sign === '-' ? -Infinity : Infinity;
}

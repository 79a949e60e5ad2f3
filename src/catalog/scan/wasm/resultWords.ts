/**
 * The words of a result, for both the scanner and `FileScanner`. Ranges are two words: addresses in
 * the scanner's memory, both 0 if a score is null or absent.
 */

/** The range of the JSON string with its quotes. */
export const textStart = 0;
export const textEnd = 1;
export const hasEscapes = 2;
/** Ranges of the scores. */
export const evCorrelationScore = 3;
export const rsquaredScore = 5;
export const absoluteDevExplainedScore = 7;
export const sequences = 9;
export const tokens = 10;
/** The number of words. */
export const size = 11;

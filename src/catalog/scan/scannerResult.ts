/**
 * The words of one explanation in the scanner's results, as in `wasm/results.ts`. A test reads all
 * of them.
 */
export const Result = {
  textStart: 0,
  textEnd: 1,
  hasEscapes: 2,
  evCorrelationScore: 3,
  rsquaredScore: 5,
  absoluteDevExplainedScore: 7,
  sequences: 9,
  tokens: 10,
  words: 11,
} as const;

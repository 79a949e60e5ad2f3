/**
 * The words of a result, one result per explanation, in file order. Ranges are addresses, both 0 if
 * a score is null or absent.
 */
export const enum Result {
  /** The JSON string with its quotes. */
  TextStart = 0,
  TextEnd = 1,
  HasEscapes = 2,
  EvCorrelationScore = 3,
  RsquaredScore = 5,
  AbsoluteDevExplainedScore = 7,
  Sequences = 9,
  Tokens = 10,
  Words = 11,
}

/** The most explanations that fit. Files have a few. */
const maximum: u32 = 512;
const words = memory.data(512 * 11 * 4, 16);

/** The number of explanations in the file. */
export let resultCount: u32 = 0;

/** The address of the first result. */
export function results(): usize {
  return words;
}

export function clearResults(): void {
  resultCount = 0;
}

/** Starts a result with all words 0. False if there is no room. */
export function addResult(): bool {
  if (resultCount == maximum) return false;
  memory.fill(words + resultCount * Result.Words * 4, 0, Result.Words * 4);
  resultCount++;
  return true;
}

/** Sets a word of the last result. */
export function setResult(word: u32, value: usize): void {
  store<u32>(words + ((resultCount - 1) * Result.Words + word) * 4, <u32>value);
}

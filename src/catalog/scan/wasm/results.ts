import { size } from './resultWords';

/** The most explanations that fit. Files have a few. */
const maximum: u32 = 512;
const words = memory.data(maximum * size * 4, 16);

/** The number of explanations in the file so far. Their results are in its order. */
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
  memory.fill(words + resultCount * size * 4, 0, size * 4);
  resultCount++;
  return true;
}

/** Sets a word of the last result. */
export function setResult(word: u32, value: usize): void {
  store<u32>(words + ((resultCount - 1) * size + word) * 4, <u32>value);
}

import { distance } from 'fastest-levenshtein';
import type { NeuronRef } from './explanationDirectory.ts';
import { fold } from './query.ts';

/** The folded words of all explanations whose rows are known. */
export function wordsOf(neurons: readonly NeuronRef[]): Set<string> {
  const words = new Set<string>();
  for (const neuron of neurons) {
    for (const { text } of neuron.directory.knownRow(neuron)?.explanations ?? [])
      for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) words.add(word);
  }
  return words;
}

/**
 * What was probably meant by the words of a query that occur in no explanation: the nearest of `words` for each, where one is near enough
 * to be a typing error. Undefined where a word has none, or all occur: the query then finds nothing for another reason.
 */
export function nearestWords(
  texts: readonly string[],
  words: ReadonlySet<string>,
): ReadonlyMap<string, string> | undefined {
  const nearest = new Map<string, string>();
  for (const text of texts) {
    if (occurs(text, words)) continue;
    const found = nearestWord(text, words);
    if (found === undefined) return undefined;
    nearest.set(text, found);
  }
  return nearest.size > 0 ? nearest : undefined;
}

/** Phrases are taken as they stand: they have no nearest word. */
function occurs(text: string, words: ReadonlySet<string>): boolean {
  if (/\s/.test(text)) return true;
  for (const word of words) if (word.includes(text)) return true;
  return false;
}

/** One error in a short word, two in a long one; of several that are as near, the first that was read. */
function nearestWord(text: string, words: ReadonlySet<string>): string | undefined {
  if (text.length < 3) return undefined;
  let least = text.length < 5 ? 2 : 3;
  let nearest: string | undefined;
  for (const word of words) {
    if (Math.abs(word.length - text.length) >= least) continue;
    const errors = distance(text, word);
    if (errors < least) [least, nearest] = [errors, word];
  }
  return nearest;
}

import { compareScores } from '../format/preferredScore.ts';
import type { NeuronRef } from './explanationDirectory.ts';
import type { RowExplanation } from './neuronRow.ts';

export interface SearchResult {
  readonly neuron: NeuronRef;
  readonly explanation: RowExplanation;
}

/**
 * The explanations in which every word of `query` occurs, in any order, upper or lower case: those where all words begin a word of the
 * explanation first, then by preferred score, best first, then in the order of `neurons`. All explanations, by score, for an empty
 * query. Neurons whose rows are not known are passed over. At most `limit` results, and how many there are in all.
 */
export function searchExplanations(
  neurons: readonly NeuronRef[],
  query: string,
  limit: number,
): { results: SearchResult[]; total: number } {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const beginnings: SearchResult[] = [];
  const others: SearchResult[] = [];
  for (const neuron of neurons) {
    for (const explanation of neuron.directory.knownRow(neuron)?.explanations ?? []) {
      const match = matchWords(fold(explanation.text), words);
      if (match) (match === 'beginnings' ? beginnings : others).push({ neuron, explanation });
    }
  }
  const ranked = [beginnings, others].flatMap((results) => results.sort(byScore));
  return { results: ranked.slice(0, limit), total: ranked.length };
}

function matchWords(text: string, words: readonly string[]): 'beginnings' | 'inside' | undefined {
  let allBegin = true;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return undefined;
    allBegin &&= beginsWord(text, word, at);
  }
  return allBegin ? 'beginnings' : 'inside';
}

function beginsWord(text: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return true;
  }
  return false;
}

function byScore(a: SearchResult, b: SearchResult): number {
  return compareScores(a.explanation.score, b.explanation.score);
}

/** Case and the form of accents do not matter. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

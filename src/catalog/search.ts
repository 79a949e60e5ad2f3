import { compareScores } from '../format/preferredScore.ts';
import type { NeuronRef } from './explanationDirectory.ts';
import type { RowExplanation } from './neuronRow.ts';
import { fold, type Query } from './query.ts';

export interface SearchResult {
  readonly neuron: NeuronRef;
  readonly explanation: RowExplanation;
}

/**
 * The explanations that `query` asks for: those where all words begin a word of the explanation first, then by preferred score, best
 * first, then in the order of `neurons`. All explanations, by score, for an empty query. Neurons whose rows are not known are passed
 * over. At most `limit` results, and how many there are in all.
 */
export function searchExplanations(
  neurons: readonly NeuronRef[],
  query: Query,
  limit: number,
): { results: SearchResult[]; total: number } {
  const beginnings: SearchResult[] = [];
  const others: SearchResult[] = [];
  for (const neuron of neurons) {
    if (!query.ofNeuron.every((holds) => holds(neuron))) continue;
    for (const explanation of neuron.directory.knownRow(neuron)?.explanations ?? []) {
      if (!query.ofScore.every((holds) => holds(explanation.score))) continue;
      const match = matchText(explanation.text, query);
      if (match) (match === 'beginnings' ? beginnings : others).push({ neuron, explanation });
    }
  }
  const ranked = [beginnings, others].flatMap((results) => results.sort(byScore));
  return { results: ranked.slice(0, limit), total: ranked.length };
}

function matchText(text: string, { texts, ofText }: Query): 'beginnings' | 'inside' | undefined {
  const folded = fold(text);
  let allBegin = true;
  for (const wanted of texts) {
    const at = folded.indexOf(wanted);
    if (at < 0) return undefined;
    allBegin &&= beginsWord(folded, wanted, at);
  }
  if (!ofText.every((holds) => holds(folded, text))) return undefined;
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

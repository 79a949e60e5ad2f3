import type { LayerFolder } from '../format/directories.ts';
import { compareScores } from '../format/preferredScore.ts';
import { BestOf } from './bestOf.ts';
import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { matchesIn, type TextRange } from './matches.ts';
import type { RowExplanation } from './neuronRow.ts';
import { all, type NeuronTest, neuronTests } from './neuronTest.ts';
import type { Query } from './query.ts';
import { bestFirst } from './ranking.ts';
import { Slices } from './slices.ts';
import { begins, noText, textTest } from './textTest.ts';
import { wordIndexOf } from './wordIndex.ts';

export interface SearchResult {
  readonly neuron: NeuronRef;
  readonly explanation: RowExplanation;
  /** The parts of the explanation's text that the query found. */
  readonly matches: readonly TextRange[];
  /** Whether the file has yet to be read in full. */
  readonly provisional: boolean;
}

export interface SearchOptions {
  readonly limit: number;
  /** By relevance those come first in which all words begin a word. */
  readonly sort: 'relevance' | 'score';
}

export interface Found {
  readonly results: SearchResult[];
  /** How many there are beyond the limit, too. */
  readonly total: number;
  /** Those of the query, and that an expression did not look at all of a text. */
  readonly problems: readonly string[];
}

/**
 * The explanations that `query` asks for: those where all words begin a word first, then by
 * preferred score, best first, then in the order of directories, layers and neurons. All
 * explanations for an empty query. Neurons whose rows are not known are passed over.
 *
 * Works in slices. Rejects with `Outdated` where `slices` says that nobody waits any more.
 */
export async function searchExplanations(
  directories: readonly ExplanationDirectory[],
  query: Query,
  { limit, sort }: SearchOptions,
  slices = new Slices(),
): Promise<Found> {
  const beginnings: Hit[] = [];
  const others: Hit[] = [];
  let total = 0;
  let wasCut = false;
  for (const directory of directories) {
    const { scores } = directory.catalog.explanations;
    const compare = bestFirst(directory.catalog);
    const inside = new BestOf(limit, scores, compare);
    const first = sort === 'score' ? inside : new BestOf(limit, scores, compare);
    const scanned = await scan(directory, query, slices, (id, atStart) =>
      (atStart ? first : inside).offer(id),
    );
    total += scanned.count;
    wasCut ||= scanned.wasCut;
    others.push(...inside.sorted().map((id) => ({ directory, id })));
    if (first !== inside) beginnings.push(...first.sorted().map((id) => ({ directory, id })));
  }
  const ranked = [beginnings, others].flatMap((hits) => hits.sort(byScore));
  const results: SearchResult[] = [];
  for (const hit of ranked.slice(0, limit)) {
    // A file may have been deleted meanwhile.
    if (hit.directory.catalog.explanations.owners[hit.id]! >= 0) results.push(resultOf(hit, query));
    if (slices.due) await slices.rest();
  }
  return { results, total, problems: wasCut ? [...query.problems, cutTexts] : query.problems };
}

const cutTexts =
  'The regular expression was tried on the first part of very long explanations only.';

interface Hit {
  readonly directory: ExplanationDirectory;
  readonly id: number;
}

function byScore(a: Hit, b: Hit): number {
  const score = ({ directory, id }: Hit) => directory.catalog.explanations.scores[id]!;
  return compareScores(score(a), score(b));
}

function resultOf({ directory, id }: Hit, query: Query): SearchResult {
  const { catalog } = directory;
  const owner = catalog.explanations.owners[id]!;
  const explanation = catalog.explanations.get(id);
  return {
    neuron: directory.refOf(owner),
    explanation,
    matches: matchesIn(explanation.text, query),
    provisional: catalog.state(owner) !== 'exact',
  };
}

/** Tells `found` of all explanations that the query asks for; returns how many there are. */
async function scan(
  directory: ExplanationDirectory,
  query: Query,
  slices: Slices,
  found: (id: number, atStart: boolean) => void,
): Promise<{ count: number; wasCut: boolean }> {
  const { catalog } = directory;
  const { explanations } = catalog;
  const index = wordIndexOf(explanations);
  await index.updateAll(slices);
  const { match, stride, wasCut } = textTest(query, explanations.texts, index);
  const testOf = neuronTests(directory, query);
  const { ofScore, ofDirectory, ofLayer, ofNeuron, ofNote } = query;
  const asksForNeurons = ofDirectory.length + ofLayer.length + ofNeuron.length + ofNote.length > 0;
  let lastLayer: LayerFolder | undefined;
  let test: NeuronTest | undefined;
  let count = 0;
  const { length } = index;
  for (let from = 0; from < length; from += stride) {
    if (slices.due) await slices.rest();
    // After a rest they may be other arrays.
    const { owners, scores } = explanations;
    for (let id = from, end = Math.min(length, from + stride); id < end; id++) {
      const owner = owners[id]!;
      if (owner < 0 || !all(ofScore, scores[id]!)) continue;
      if (asksForNeurons) {
        // Those of a layer mostly follow each other.
        const folder = catalog.layer(owner);
        if (folder !== lastLayer) test = testOf((lastLayer = folder));
        if (!test?.ofNumber(catalog.neuron(owner))) continue;
        if (test.ofFile && !test.ofFile(catalog.file(owner).name)) continue;
      }
      const matched = match(id);
      if (matched === noText) continue;
      count++;
      found(id, matched === begins);
    }
  }
  return { count, wasCut: wasCut() };
}

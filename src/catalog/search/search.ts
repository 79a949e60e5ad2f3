import * as l10n from '@vscode/l10n';
import { compareScores } from '../../format/preferredScore.ts';
import type { Group } from '../../model/unit.ts';
import { currentTime } from '../../text/time.ts';
import { bestFirst, BestOf } from './ranking.ts';
import type { ExplanationDirectory, NeuronRef } from '../rows/explanationDirectory.ts';
import { matchesIn, type TextRange } from './matches.ts';
import type { RowExplanation } from '../rows/neuronRow.ts';
import { all, type NeuronTest, neuronTests } from './neuronFilter.ts';
import type { Query } from './query.ts';
import { whileHeld } from '../rows/whileHeld.ts';
import { Slices } from '../slices.ts';
import { begins, block, noText, restAfter, type TextRest, textTest } from './textTest.ts';
import { wordIndexOf } from './wordIndex.ts';

export interface SearchResult {
  readonly neuron: NeuronRef;
  readonly explanation: RowExplanation;
  /** The matching ranges of the explanation's text. */
  readonly matches: readonly TextRange[];
  /** Whether the file is not fully read yet. */
  readonly provisional: boolean;
}

export interface SearchOptions {
  readonly limit: number;
  /** By relevance, results in which every term starts a word come first. */
  readonly sort: 'relevance' | 'score';
}

export interface Found {
  readonly results: SearchResult[];
  /** The number of matches, including those beyond the limit. */
  readonly total: number;
  /** The query's problems, and one if an expression did not see all of a text. */
  readonly problems: readonly string[];
}

/**
 * Finds the explanations that match `query`: those in which every term starts a word first, then by
 * preferred score, best first, then in the order of directories, layers and neurons. An empty query
 * matches all. Skips neurons without rows.
 *
 * Works in slices. Rejects with `Outdated` if the result is no longer wanted.
 */
export async function searchExplanations(
  directories: readonly ExplanationDirectory[],
  query: Query,
  options: SearchOptions,
  slices = new Slices(),
): Promise<Found> {
  const catalogs = directories.map(({ catalog }) => catalog);
  return whileHeld(catalogs, () => search(directories, query, options, slices));
}

async function search(
  directories: readonly ExplanationDirectory[],
  query: Query,
  { limit, sort }: SearchOptions,
  slices: Slices,
): Promise<Found> {
  const beginnings: Hit[] = [];
  const others: Hit[] = [];
  const now = currentTime();
  let total = 0;
  let wasCut = false;
  for (const directory of directories) {
    const { explanations } = directory.catalog;
    await wordIndexOf(explanations).updateAll(slices);
    const { scores } = explanations;
    const compare = bestFirst(directory.catalog);
    const inside = new BestOf(limit, scores, compare);
    const first = sort === 'score' ? inside : new BestOf(limit, scores, compare);
    const scanned = await scan(directory, query, now, slices, (id, atStart) =>
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
    const { catalog } = hit.directory;
    const owner = catalog.explanations.owners[hit.id]!;
    if (owner >= 0 && catalog.has(owner)) results.push(resultOf(hit, owner, query));
    if (slices.due) await slices.rest();
  }
  return { results, total, problems: wasCut ? [...query.problems, cutTexts()] : query.problems };
}

function cutTexts(): string {
  return l10n.t('The regular expression searched only the start of very long explanations.');
}

interface Hit {
  readonly directory: ExplanationDirectory;
  readonly id: number;
}

function byScore(a: Hit, b: Hit): number {
  const score = ({ directory, id }: Hit) => directory.catalog.explanations.scores[id]!;
  return compareScores(score(a), score(b));
}

function resultOf({ directory, id }: Hit, owner: number, query: Query): SearchResult {
  const explanation = directory.catalog.explanations.get(id);
  return {
    neuron: directory.refOf(owner),
    explanation,
    matches: matchesIn(explanation.text, query),
    provisional: directory.catalog.state(owner) !== 'exact',
  };
}

/** Calls `found` for all indexed explanations that match the query. Returns their number. */
async function scan(
  directory: ExplanationDirectory,
  query: Query,
  now: number,
  slices: Slices,
  found: (id: number, atStart: boolean) => void,
): Promise<{ count: number; wasCut: boolean }> {
  const { catalog } = directory;
  const { explanations } = catalog;
  const index = wordIndexOf(explanations);
  const { words, rest, never, wasCut } = textTest(query, explanations.texts, index);
  if (never) return { count: 0, wasCut: false };
  const testOf = neuronTests(directory, query, now);
  const { ofScore, ofDirectory, ofLayer, ofNeuron, ofNote, ofModified, ofFaults } = query;
  const asksForScore = ofScore.length > 0;
  const ofNeurons = [ofDirectory, ofLayer, ofNeuron, ofNote, ofModified, ofFaults];
  const asksForNeurons = ofNeurons.some(({ length }) => length > 0);
  const asksForMore = asksForScore || asksForNeurons;
  const matches = new Uint8Array(block);
  let lastLayer: Group | undefined;
  let test: NeuronTest | undefined;
  /** The conditions that are not about text. */
  const holds = (id: number, owner: number): boolean => {
    if (asksForScore && !all(ofScore, explanations.scores[id]!)) return false;
    if (!asksForNeurons) return true;
    // Neurons of a layer are mostly adjacent.
    const layer = catalog.layer(owner);
    if (layer !== lastLayer) test = testOf((lastLayer = layer));
    if (!test?.ofNumber(catalog.number(owner))) return false;
    if (test.ofFile && !test.ofFile(owner)) return false;
    return !test.ofKey || test.ofKey(catalog.key(owner));
  };
  let count = 0;
  const takeBlock = (from: number, end: number): void => {
    const { owners } = explanations;
    for (let id = from; id < end; id++) {
      const match = matches[id - from]!;
      if (match === noText) continue;
      const owner = owners[id]!;
      if (owner < 0 || (asksForMore && !holds(id, owner))) continue;
      count++;
      found(id, match === begins);
    }
  };
  const tryBlock = async (from: number, end: number, rest: TextRest): Promise<void> => {
    let tried = 0;
    for (let id = from; id < end; id++) {
      let match = matches[id - from]!;
      // A pause may have replaced the array.
      const owner = explanations.owners[id]!;
      if (match === noText || owner < 0 || !holds(id, owner)) continue;
      match = rest(id, match);
      if (++tried % restAfter === 0 && slices.due) await slices.rest();
      if (match === noText) continue;
      count++;
      found(id, match === begins);
    }
  };
  const { length } = index;
  for (let from = 0; from < length; from += block) {
    if (slices.due) await slices.rest();
    const end = Math.min(length, from + block);
    words(from, end, matches);
    if (rest) await tryBlock(from, end, rest);
    else takeBlock(from, end);
  }
  return { count, wasCut: wasCut() };
}

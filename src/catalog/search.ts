import type { LayerFolder } from '../format/directories.ts';
import { compareScores } from '../format/preferredScore.ts';
import { BestOf } from './bestOf.ts';
import type { ExplanationDirectory, NeuronRef } from './explanationDirectory.ts';
import { matchesIn, type TextRange } from './matches.ts';
import type { RowExplanation } from './neuronRow.ts';
import { noNote } from './neuronNotes.ts';
import type { Query } from './query.ts';
import { queryWords } from './queryWords.ts';
import { bestFirst } from './ranking.ts';
import { Deadline } from './deadline.ts';
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
  /** Those of the query, and that the time was not enough. */
  readonly problems: readonly string[];
}

/**
 * The explanations that `query` asks for: those where all words begin a word first, then by preferred score, best first, then in the order of
 * directories, layers and neurons. All explanations for an empty query. Neurons whose rows are not known are passed over.
 */
export function searchExplanations(
  directories: readonly ExplanationDirectory[],
  query: Query,
  { limit, sort }: SearchOptions,
): Found {
  const deadline = new Deadline();
  const beginnings: Hit[] = [];
  const others: Hit[] = [];
  let total = 0;
  for (const directory of directories) {
    if (!query.ofDirectory.every((holds) => holds(directory.path))) continue;
    const { scores } = directory.catalog.explanations;
    const compare = bestFirst(directory.catalog);
    const inside = new BestOf(limit, scores, compare);
    const first = sort === 'score' ? inside : new BestOf(limit, scores, compare);
    total += scan(directory, query, deadline, (id, begins) => (begins ? first : inside).offer(id));
    others.push(...inside.sorted().map((id) => ({ directory, id })));
    if (first !== inside) beginnings.push(...first.sorted().map((id) => ({ directory, id })));
  }
  const ranked = [beginnings, others].flatMap((hits) => hits.sort(byScore));
  return {
    results: ranked.slice(0, limit).map((hit) => resultOf(hit, query)),
    total,
    problems: deadline.passed ? [...query.problems, tooSlow] : query.problems,
  };
}

const tooSlow = 'The regular expression takes too long: not all explanations were tried.';

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
function scan(
  { catalog, notes }: ExplanationDirectory,
  query: Query,
  deadline: Deadline,
  found: (id: number, begins: boolean) => void,
): number {
  const { owners, scores, texts } = catalog.explanations;
  const index = wordIndexOf(catalog.explanations);
  index.update();
  const { bits, needed, neededIfPlain, forbidden, beginning, check } = queryWords(query, index);
  const { starts, words, plain } = index;
  const { ofScore, ofLayer, ofNeuron, ofNote } = query;
  const asksForWords = (needed | neededIfPlain | forbidden) !== 0;
  const asksForLayer = ofLayer.length > 0;
  let lastLayer: LayerFolder | undefined;
  let layerHolds = false;
  let count = 0;
  for (let id = 0; id < texts.length; id++) {
    const owner = owners[id]!;
    if (owner < 0) continue;
    let has = 0;
    if (asksForWords) {
      for (let i = starts[id]!, end = starts[id + 1]!; i < end; i++) has |= bits[words[i]!]!;
      const wanted = plain[id] ? needed | neededIfPlain : needed;
      if ((has & wanted) !== wanted || (has & forbidden) !== 0) continue;
    }
    if (!all(ofScore, scores[id]!)) continue;
    if (asksForLayer) {
      // Those of a layer mostly follow each other.
      const folder = catalog.layer(owner);
      if (folder !== lastLayer) layerHolds = all(ofLayer, (lastLayer = folder).layer);
      if (!layerHolds) continue;
    }
    if (!all(ofNeuron, catalog.neuron(owner))) continue;
    if (ofNote.length > 0) {
      const noted = notes.ofLayer(catalog.layer(owner).name);
      const note = noted.size === 0 ? undefined : noted.get(catalog.file(owner).name);
      if (!all(ofNote, note ?? noNote)) continue;
    }
    let begins = (has & beginning) === beginning;
    if (check) {
      if (deadline.passed) break;
      const checked = check(texts[id]!, plain[id] === 1);
      if (!checked) continue;
      begins &&= checked === 'begins';
    }
    count++;
    found(id, begins);
  }
  return count;
}

function all<T>(tests: readonly ((value: T) => boolean)[], value: T): boolean {
  for (const holds of tests) if (!holds(value)) return false;
  return true;
}

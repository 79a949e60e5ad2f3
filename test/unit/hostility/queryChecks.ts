import assert from 'node:assert/strict';
import { fold } from '../../../src/catalog/search/fold.ts';
import { searchForgivingly } from '../../../src/catalog/search/nearestWords.ts';
import {
  byItself,
  filterFor,
  noMatch,
  prepareFilter,
} from '../../../src/catalog/search/neuronFilter.ts';
import { noNote } from '../../../src/catalog/rows/neuronNotes.ts';
import { parseQuery, type Query } from '../../../src/catalog/search/query.ts';
import { searchExplanations } from '../../../src/catalog/search/search.ts';
import { markedText } from '../../../src/search/markedText.ts';
import { layerOf } from '../catalog/support/keys.ts';
import { catalogued, type Explained } from '../catalog/support/searchCatalog.ts';

const path = '/data/explanations';
/** As in the stamp of each file, in milliseconds. */
const modified = 1 / 1000;

/** For any text, a search finds exactly what the query says, and reports what is invalid. */
export async function checkQuery(
  typed: string,
  neurons: readonly (readonly Explained[])[],
): Promise<void> {
  const query = parseQuery(typed);
  for (const problem of query.problems) assert.notEqual(problem, '');
  const directory = catalogued(neurons, path);
  const found = await searchExplanations([directory], query, { limit: 100, sort: 'relevance' });
  if (found.problems.length > query.problems.length) return;
  const wanted = neurons.flatMap((all, n) =>
    all.flatMap(([text, score = null], i) => (holds(query, text, score, n) ? [`${n} ${i}`] : [])),
  );
  assert.equal(found.total, wanted.length);
  assert.equal(found.results.length, wanted.length);
  for (const { neuron, explanation, matches } of found.results) {
    const said = neurons[neuron.unit.number]!.some(([text]) => text === explanation.text);
    assert.ok(said, 'a text of another neuron');
    assertRanges(explanation.text, matches);
    assert.equal(typeof markedText(explanation.text, matches), 'string');
  }
  await prepareFilter(directory, query);
  assertFiltered(directory, query, neurons);
  const forgiven = await searchForgivingly([directory], query, { limit: 100, sort: 'score' });
  for (const { explanation, matches } of forgiven.results) assertRanges(explanation.text, matches);
}

/** The definition: what the index, and all that it saves, must equal. */
function holds(query: Query, text: string, score: number | null, neuron: number): boolean {
  const folded = fold(text);
  return (
    query.ofDirectory.every((test) => test(path)) &&
    query.ofLayer.every((test) => test(0)) &&
    query.ofNeuron.every((test) => test(neuron)) &&
    query.ofNote.every((test) => test(noNote)) &&
    query.ofModified.every((test) => test.holds(modified, Date.now())) &&
    query.ofFaults.every((test) => test(false, false)) &&
    query.ofScore.every((test) => test(score ?? NaN)) &&
    query.texts.every((wanted) => folded.includes(wanted)) &&
    !query.excluded.some((unwanted) => folded.includes(unwanted)) &&
    query.patterns.every(({ test, not }) => test(text) !== not)
  );
}

/** The tree's filter lets the same neurons through. */
function assertFiltered(
  directory: ReturnType<typeof catalogued>,
  query: Query,
  neurons: readonly (readonly Explained[])[],
): void {
  const { catalog } = directory;
  const filter = filterFor(directory, layerOf('0'), query, Date.now());
  for (const [n, all] of neurons.entries()) {
    const answer = filter(catalog.find(`0/${n}.jsonl`), n);
    const matching = all.some(([text, score = null]) => holds(query, text, score, n));
    // One without explanations is let through where nothing is said of any.
    if (all.length > 0) assert.equal(answer !== noMatch, matching);
    else assert.ok(answer === byItself || answer === noMatch);
  }
}

function assertRanges(text: string, ranges: readonly (readonly [number, number])[]): void {
  let last = -1;
  for (const [start, end] of ranges) {
    assert.ok(
      start > last && end > start && end <= text.length,
      `${start}-${end} of ${text.length}`,
    );
    last = end;
  }
}

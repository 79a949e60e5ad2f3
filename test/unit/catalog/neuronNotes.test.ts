import assert from 'node:assert/strict';
import { arrange } from '../../../src/catalog/rows/arrange.ts';
import { countMatches, prepareFilter } from '../../../src/catalog/search/neuronFilter.ts';
import { DirectoryNotes, type NeuronNote, noNote } from '../../../src/catalog/rows/neuronNotes.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { searchExplanations } from '../../../src/catalog/search/search.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { matches } from '../../../src/overview/host/overviewData.ts';
import { directoryWith, failed, row, unread } from './support/catalog.ts';
import { layerOf } from './support/keys.ts';

const layer = layerOf('0');
const star: NeuronNote = { ...noNote, starred: true };

/** Neurons 0 to 4; the first two and the last have notes. */
function annotated() {
  const made = directoryWith([
    row([0.9, ' Canada']),
    row([0.5, ' months']),
    row([0.7, ' the sea']),
    failed,
    unread,
  ]);
  made.directory.notes.replace([
    ['0/0.jsonl', { starred: true, verdict: 'wrong', note: 'Really hockey' }],
    ['0/1.jsonl', { ...noNote, verdict: 'right' }],
    ['0/4.jsonl', star],
  ]);
  return made;
}

describe('a query of notes', () => {
  const queries: [query: string, neurons: number[]][] = [
    ['is:starred', [0, 4]],
    ['IS:Starred canada', [0]],
    ['-is:starred', [1, 2, 3]],
    ['is:noted', [0]],
    ['-is:noted', [1, 2, 3, 4]],
    ['verdict:wrong', [0]],
    ['verdict:right', [1]],
    ['verdict:partly', []],
    ['verdict:none', [2, 3, 4]],
    ['-verdict:none', [0, 1]],
    ['note:HOCKEY', [0]],
    ['note:"really h"', [0]],
    ['-note:hockey score:>0', [1, 2]],
    ['is:starred verdict:wrong note:ck', [0]],
    ['is:starred verdict:right', []],
  ];
  for (const [text, expected] of queries) {
    it(`matches the same everywhere: ${text}`, async () => {
      const { directory, neurons, catalog } = annotated();
      const query = parseQuery(text);
      assert.deepEqual(query.problems, []);
      await prepareFilter(directory, query);
      const { neurons: arranged } = await arrange(directory, layer, neurons, 'index', query);
      assert.deepEqual(
        arranged.map(({ neuron }) => neuron.unit.number),
        expected,
      );
      const isMatch = matches(query, directory);
      const ids = neurons.map(({ unit }) => catalog.find(unit.key)!);
      assert.deepEqual(
        ids.flatMap((id) => (isMatch(id) ? catalog.number(id) : [])),
        expected,
      );
      assert.equal(countMatches(directory, layer, query)?.matching, expected.length);
      const found = await searchExplanations([directory], query, { limit: 9, sort: 'relevance' });
      assert.deepEqual(
        found.results.map(({ neuron }) => neuron.unit.number).toSorted(),
        expected.filter((neuron) => neuron < 3),
        'the search finds those with explanations',
      );
    });
  }

  it('reports what is invalid', () => {
    const problems: [query: string, problem: RegExp][] = [
      ['is:', /is:starred, is:noted, .* or is:.*\. Found nothing/],
      ['is:good', /Found “good”/],
      ['verdict:bad', /verdict:right, .* or verdict:none.*“bad”/],
      ['note:', /note:word\. Found nothing/],
    ];
    for (const [query, problem] of problems)
      assert.match(parseQuery(query).problems.join(), problem);
  });

  it('is counted again when notes have changed, and a query of something else is not', async () => {
    const { directory } = annotated();
    const [starred, canada] = [parseQuery('is:starred'), parseQuery('canada')];
    await prepareFilter(directory, canada);
    const before = countMatches(directory, layer, canada);
    assert.equal(countMatches(directory, layer, starred)?.matching, 2);
    directory.notes.replace([['0/2.jsonl', star]]);
    assert.equal(countMatches(directory, layer, starred)?.matching, 1);
    assert.equal(countMatches(directory, layer, canada), before);
  });

  it('uses the key if a number has two', () => {
    const { directory, catalog } = directoryWith([row([0.9, ' a'])]);
    const stamp = { size: 1, modified: 1 };
    const second = catalog.set(layer, '0/00.jsonl', stamp, row([0.8, ' b']), 'exact');
    directory.notes.replace([['0/00.jsonl', star]]);
    const isMatch = matches(parseQuery('is:starred'), directory);
    assert.deepEqual([isMatch(catalog.find('0/0.jsonl')!), isMatch(second)], [false, true]);
  });
});

describe('the notes of a directory', () => {
  it('tell which layers have changed', () => {
    const notes = new DirectoryNotes(openai);
    const tell = (...list: [string, NeuronNote][]) => [...notes.replace(list)].toSorted();
    assert.deepEqual(tell(['5/1.jsonl', star], ['6/1.jsonl', star]), ['5', '6']);
    const { version } = notes;
    assert.deepEqual(tell(['6/1.jsonl', { ...star }], ['5/1.jsonl', { ...star }]), []);
    assert.equal(notes.version, version);
    assert.deepEqual(tell(['5/1.jsonl', { ...star, note: 'a' }], ['6/1.jsonl', star]), ['5']);
    assert.deepEqual(tell(['5/1.jsonl', { ...star, note: 'a' }], ['6/2.jsonl', star]), ['6']);
    assert.deepEqual(tell(), ['5', '6']);
    assert.notEqual(notes.version, version);
  });

  it('are only of its neurons that have notes', () => {
    const notes = new DirectoryNotes(openai);
    const paths = ['5/1.jsonl', 'a/5/1.jsonl', '5/1.json', '/5/1.jsonl', '5/x.jsonl', '__proto__'];
    notes.replace(paths.map((path) => [path, star] as const));
    assert.deepEqual([...notes.ofLayer('5').keys()], ['5/1.jsonl']);
    notes.replace([['5/1.jsonl', noNote]]);
    assert.equal(notes.find('5/1.jsonl'), undefined);
  });
});

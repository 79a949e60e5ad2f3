import assert from 'node:assert/strict';
import { arrange } from '../../../src/catalog/rows/arrange.ts';
import { arrangeAll } from '../../../src/catalog/rows/arrangeAll.ts';
import {
  countMatches,
  filterFor,
  prepareFilter,
} from '../../../src/catalog/search/neuronFilter.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { searchExplanations } from '../../../src/catalog/search/search.ts';
import { unreadable } from '../../../src/files/fileSource.ts';
import { matches } from '../../../src/overview/host/overviewData.ts';
import { directoryWith, failed, row } from './support/catalog.ts';
import { layerOf } from './support/keys.ts';

const layer = layerOf('0');
const hour = 3_600_000;
/** The stamp of a file that was changed some hours ago. */
const changed = (hours: number) => ({ size: 1, modified: (Date.now() - hours * hour) * 1000 });

/**
 * Neurons 0 to 2 have explanations, and 2 a problem. 3 and 4 could not be read, 5 is listed, and of
 * 6 only the key is known. They were changed now, 3 and 30 hours ago, and now, never, 30 hours ago.
 */
function changing() {
  const made = directoryWith([]);
  const { catalog, directory } = made;
  const set = (neuron: number, ...rest: [ReturnType<typeof changed>, ReturnType<typeof row>]) =>
    catalog.set(layer, `0/${neuron}.jsonl`, ...rest, 'exact');
  set(0, changed(0), row([0.9, ' Canada']));
  set(1, changed(3), row([0.5, ' months']));
  set(2, changed(30), { ...row([0.7, ' the sea']), problemCount: 1 });
  set(3, changed(0), failed);
  set(4, unreadable, failed);
  catalog.list(layer, '0/5.jsonl', changed(30));
  catalog.addKey(layer, '0/6.jsonl');
  const neurons = [0, 1, 2, 3, 4, 5, 6].map((n) => directory.refTo(`0/${n}.jsonl`)!);
  return { directory, catalog, neurons };
}

describe('a query of files', () => {
  const queries: [query: string, neurons: number[], unknown: number][] = [
    ['modified:<2h', [0, 3], 1],
    ['MODIFIED:<2H', [0, 3], 1],
    ['modified:>2h', [1, 2, 5], 1],
    ['-modified:<2h', [1, 2, 5], 1],
    ['-modified:>1d -modified:<2h', [1], 1],
    ['is:unreadable -modified:>1d', [3], 1],
    ['modified:1h-1d', [1], 1],
    ['modified:<1d modified:>2h', [1], 1],
    ['modified:<1d canada', [0], 1],
    ['modified:<1d score:<0.6', [1], 1],
    ['modified:>2000-01-01', [0, 1, 2, 3, 5], 1],
    ['modified:<2000-01-01', [], 1],
    ['is:unreadable', [3, 4], 2],
    ['Is:Unreadable modified:<1h', [3], 1],
    ['-is:unreadable', [0, 1, 2], 2],
    ['is:unreadable canada', [], 2],
    ['is:problem', [2, 3, 4], 2],
    ['is:problem modified:<1h', [3], 1],
    ['-Is:Problem', [0, 1], 2],
    ['is:problem -is:unreadable', [2], 2],
    ['is:unreadable is:starred', [], 0],
  ];
  for (const [text, expected, unknown] of queries) {
    it(`matches the same everywhere: ${text}`, async () => {
      const { directory, neurons, catalog } = changing();
      const query = parseQuery(text);
      assert.deepEqual(query.problems, []);
      await prepareFilter(directory, query);
      const isMatch = matches(query, directory);
      const { neurons: arranged, groups } = await arrange(
        directory,
        layer,
        neurons,
        'index',
        query,
      );
      assert.equal(groups.size, 0);
      assert.deepEqual(
        arranged.map(({ neuron }) => neuron.unit.number),
        expected,
      );
      const flat = await arrangeAll(directory, 9, 'index', query);
      assert.deepEqual(
        flat.neurons.map(({ neuron }) => neuron.unit.number),
        expected,
      );
      const ids = neurons.map(({ unit }) => catalog.find(unit.key)!);
      assert.deepEqual(
        ids.flatMap((id) => (isMatch(id) ? catalog.number(id) : [])),
        expected,
      );
      const count = countMatches(directory, layer, query);
      assert.deepEqual(count, { matching: expected.length, unread: unknown });
      const found = await searchExplanations([directory], query, { limit: 9, sort: 'relevance' });
      assert.deepEqual(
        found.results.map(({ neuron }) => neuron.unit.number).toSorted(),
        expected.filter((neuron) => neuron < 3),
        'the search finds those with explanations',
      );
    });
  }

  it('refers to the time of its evaluation, not to that when it was typed', () => {
    const { directory, catalog } = changing();
    const query = parseQuery('modified:<2h');
    const matchesAt = (hours: number) => {
      const filter = filterFor(directory, layer, query, Date.now() + hours * hour);
      return [0, 1, 2].filter((n) => filter(catalog.find(`0/${n}.jsonl`), n) >= 0);
    };
    assert.deepEqual([matchesAt(0), matchesAt(-2), matchesAt(3)], [[0], [0, 1], []]);
  });

  it('is counted again as time passes, and not before', () => {
    const { directory } = changing();
    const query = parseQuery('modified:<2h');
    const { now } = Date;
    const time = now();
    try {
      Date.now = () => time;
      const before = countMatches(directory, layer, query);
      assert.equal(before?.matching, 2);
      assert.equal(countMatches(directory, layer, query), before);
      Date.now = () => time + 3 * hour;
      assert.equal(countMatches(directory, layer, query)?.matching, 0);
    } finally {
      Date.now = now;
    }
  });

  it('by a fixed date is not counted again as time passes', () => {
    const { directory } = changing();
    const query = parseQuery('modified:>=2020-01-01');
    const { now } = Date;
    const time = now();
    try {
      const before = countMatches(directory, layer, query);
      Date.now = () => time + 3 * hour;
      assert.equal(countMatches(directory, layer, query), before);
    } finally {
      Date.now = now;
    }
  });

  it('says what is allowed', () => {
    const problems: [query: string, problem: RegExp][] = [
      ['modified:', /s, m, h, d or w, or a date, as in modified:<2h.* Found nothing/],
      ['modified:<2y', /s, m, h, d or w.* Found “<2y”/],
      ['modified:yesterday', /modified:2026-11-28\. Found “yesterday”/],
      ['is:broken', /is:starred, is:noted, is:unreadable or is:problem\. Found “broken”/],
    ];
    for (const [query, problem] of problems)
      assert.match(parseQuery(query).problems.join(), problem);
  });
});

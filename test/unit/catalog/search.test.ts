import assert from 'node:assert/strict';
import { preferredScore } from '../../../src/catalog/rows/neuronRow.ts';
import {
  type ExplanationDirectory,
  neuronId,
} from '../../../src/catalog/rows/explanationDirectory.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { countAllMatches, prepareFilter } from '../../../src/catalog/search/neuronFilter.ts';
import { searchExplanations, type SearchOptions } from '../../../src/catalog/search/search.ts';
import { partSize } from '../../../src/catalog/search/wordPart.ts';
import { layerOf } from './support/keys.ts';
import { catalogued, setNeuron } from './support/searchCatalog.ts';

function search(
  directories: readonly ExplanationDirectory[],
  query: string,
  options: Partial<SearchOptions> = {},
) {
  return searchExplanations(directories, parseQuery(query), {
    limit: 100,
    sort: 'relevance',
    ...options,
  });
}

async function found(
  directory: ExplanationDirectory,
  query: string,
  options?: Partial<SearchOptions>,
): Promise<string[]> {
  const { results } = await search([directory], query, options);
  return results.map(({ neuron, explanation }) => `${neuronId(neuron)}${explanation.text}`);
}

describe('search', () => {
  it('finds explanations with all words, in any order', async () => {
    const directory = catalogued([
      [[' cities of Canada']],
      [[' Canada']],
      [[' cities']],
      [[' Canadian provinces and cities']],
    ]);
    const both = ['0:0 cities of Canada', '0:3 Canadian provinces and cities'];
    assert.deepEqual(await found(directory, 'canad cities'), both);
    assert.deepEqual(await found(directory, 'cities canad'), both);
    assert.deepEqual(await found(directory, '  cities \t canad  '), both);
    assert.deepEqual(await found(directory, 'cities of mars'), []);
  });

  it('ignores case, and how accents are encoded', async () => {
    const directory = catalogued([[[' The CAFÉ']], [[' the cafe\u0301']], [[' ΣΊΣΥΦΟΣ']]]);
    const cafes = ['0:0 The CAFÉ', '0:1 the cafe\u0301'];
    assert.deepEqual(await found(directory, 'café'), cafes);
    assert.deepEqual(await found(directory, 'Cafe\u0301'), cafes);
    assert.deepEqual(await found(directory, 'THE'), cafes);
    assert.deepEqual(await found(directory, 'σίσ'), ['0:2 ΣΊΣΥΦΟΣ']);
  });

  it('ranks matches at the start of words first', async () => {
    const directory = catalogued([
      [[' concatenation', 0.9]],
      [[' the cat', 0.1]],
      [[' (cats)', 0.2]],
      [[' a tomcat and a cat', 0.3]],
      [[' cat, concatenated', 0.8]],
      [['cat', 0.05]],
    ]);
    assert.deepEqual(await found(directory, 'cat'), [
      '0:4 cat, concatenated',
      '0:3 a tomcat and a cat',
      '0:2 (cats)',
      '0:1 the cat',
      '0:5cat',
      '0:0 concatenation',
    ]);
    // One match inside a word is enough to rank later, whether for the first or the last term.
    const ranked = ['0:4 cat, concatenated', '0:0 concatenation'];
    assert.deepEqual(await found(directory, 'cat con'), ranked);
    assert.deepEqual(await found(directory, 'con cat'), ranked);
  });

  it('ranks phrases at the start of words first, in upper case as well', async () => {
    const directory = catalogued([
      [[' McDonald in town', 0.9]],
      [[' DONALD IN TOWN', 0.8]],
      [[' MACdonald in town', 0.7]],
      [[' donald in town', 0.1]],
    ]);
    assert.deepEqual(await found(directory, '"donald in"'), [
      '0:1 DONALD IN TOWN',
      '0:3 donald in town',
      '0:0 McDonald in town',
      '0:2 MACdonald in town',
    ]);
  });

  it('treats letters and digits of any script as parts of words', async () => {
    const directory = catalogued([[[' überzahl', 0.9]], [[' 2zahl', 0.8]], [[' “zahl”', 0.1]]]);
    assert.deepEqual((await found(directory, 'zahl'))[0], '0:2 “zahl”');
  });

  it('takes special characters of patterns literally', async () => {
    const directory = catalogued([[[' C++ (.*)']], [[' words']]]);
    assert.deepEqual(await found(directory, 'c++'), ['0:0 C++ (.*)']);
    assert.deepEqual(await found(directory, '.*'), ['0:0 C++ (.*)']);
    assert.deepEqual(await found(directory, '['), []);
  });

  it('ranks by score, with missing and undefined ones last in the order of the neurons', async () => {
    const directory = catalogued([
      [[' word null', null]],
      [[' word low', -0.5]],
      [[' word NaN', NaN]],
      [[' word high', 0.75]],
      [[' word absent']],
      [[' word zero', 0]],
      [[' word high too', 0.75]],
    ]);
    const ranked = [
      '0:3 word high',
      '0:6 word high too',
      '0:5 word zero',
      '0:1 word low',
      '0:0 word null',
      '0:2 word NaN',
      '0:4 word absent',
    ];
    assert.deepEqual(await found(directory, 'word'), ranked);
    assert.deepEqual(await found(directory, ''), ranked);
    assert.deepEqual(await found(directory, '  '), ranked);
  });

  it('finds each explanation of a neuron separately', async () => {
    const directory = catalogued([
      [
        [' one word', 0.1],
        [' another', 0.9],
        [' two words', 0.2],
      ],
    ]);
    assert.deepEqual(await found(directory, 'word'), ['0:0 two words', '0:0 one word']);
  });

  it('returns a limited number, and the total', async () => {
    const directory = catalogued(
      Array.from({ length: 9 }, (_, n) => [[` word ${n}`, n / 10] as const]),
    );
    const { results, total } = await search([directory], 'word', { limit: 2 });
    assert.deepEqual(
      results.map(({ explanation }) => preferredScore(explanation)),
      [0.8, 0.7],
    );
    assert.equal(total, 9);
    assert.deepEqual((await search([directory], 'word', { limit: 0 })).results, []);
    assert.deepEqual(await search([directory], 'nothing'), { results: [], total: 0, problems: [] });
  });

  it('sorts by score alone on request', async () => {
    const directory = catalogued([[[' concatenation', 0.9]], [[' a cat', 0.1]], [[' cat']]]);
    const byScore = ['0:0 concatenation', '0:1 a cat', '0:2 cat'];
    assert.deepEqual(await found(directory, 'cat', { sort: 'score' }), byScore);
    assert.deepEqual(await found(directory, 'cat'), ['0:1 a cat', '0:2 cat', '0:0 concatenation']);
  });

  it('sorts equal scores by layer and neuron, in whatever order they were added', async () => {
    const directory = catalogued([]);
    for (const id of ['10:1', '2:30', '2:4', '10:0'])
      setNeuron(directory.catalog, id, [[' word', 0.5]]);
    const inOrder = ['2:4 word', '2:30 word', '10:0 word', '10:1 word'];
    assert.deepEqual(await found(directory, 'word'), inOrder);
    assert.deepEqual(await found(directory, 'word', { limit: 2 }), inOrder.slice(0, 2));
  });

  it('ranks results of several directories together', async () => {
    const one = catalogued([[[' word', 0.1]], [[' word', 0.7]], [[' sword', 0.9]]], '/one');
    const two = catalogued([[[' word', 0.5]], [[' word', 0.7]]], '/two');
    const { results, total } = await search([one, two], 'word', { limit: 4 });
    assert.deepEqual(
      results.map(({ neuron, explanation }) => [
        neuron.directory.path,
        preferredScore(explanation),
      ]),
      [
        ['/one', 0.7],
        ['/two', 0.7],
        ['/two', 0.5],
        ['/one', 0.1],
      ],
    );
    assert.equal(total, 5);
    assert.equal((await search([one, two], 'word dir:two')).total, 2);
  });

  it('follows the catalog: listed, added, replaced and removed rows', async () => {
    const directory = catalogued([[[' first word', 0.5]]]);
    const { catalog } = directory;
    const stamp = { size: 1, modified: 1 };
    catalog.list(layerOf('0'), '0/1.jsonl', stamp);
    assert.deepEqual(await found(directory, ''), ['0:0 first word']);
    setNeuron(catalog, '0:1', [[' second word', 0.6]], 'provisional');
    assert.deepEqual(await found(directory, 'word'), ['0:1 second word', '0:0 first word']);
    setNeuron(catalog, '0:1', [[' another', 0.6]]);
    assert.deepEqual(await found(directory, 'word'), ['0:0 first word']);
    assert.deepEqual(await found(directory, 'another'), ['0:1 another']);
    catalog.remove('0/0.jsonl');
    assert.deepEqual(await found(directory, ''), ['0:1 another']);
  });

  it('finds words among very many explanations, whatever is added or removed', async () => {
    const words = ['sea', 'Ship', 'land', 'séance', 'ship’s', 'over'];
    const textOf = (i: number) => `${words[i % 6]} ${words[(i * 7 + 3) % 5]} ${i % 1000}`;
    const count = 2 * partSize + 1000;
    const texts = Array.from({ length: count }, (_, i) => textOf(i));
    const directory = catalogued([]);
    const { catalog } = directory;
    for (let i = 0; i < count; i++) setNeuron(catalog, `0:${i}`, [[texts[i]!]]);
    const has = (text: string, ...parts: string[]) =>
      parts.every((part) => text.toLowerCase().includes(part));
    const queries: [string, (text: string) => boolean][] = [
      ['sea', (text) => has(text, 'sea')],
      ['se 42', (text) => has(text, 'se', '42')],
      ['"sea land 5"', (text) => has(text, 'sea land 5')],
      ['ship -sea 99', (text) => has(text, 'ship', '99') && !has(text, 'sea')],
      ['/over.*5$/', (text) => /over.*5$/i.test(text)],
      ['é 7', (text) => has(text, 'é', '7')],
    ];
    const check = async () => {
      for (const [query, holds] of queries) {
        const { total } = await search([directory], query);
        const wanted = texts.filter(holds).length;
        assert.equal(total, wanted, query);
        const parsed = parseQuery(query);
        await prepareFilter(directory, parsed);
        assert.equal(countAllMatches(directory, parsed).matching, wanted, `filter: ${query}`);
      }
    };
    await check();
    for (const i of [0, partSize - 1, partSize, 2 * partSize, count - 1]) {
      setNeuron(catalog, `0:${i}`, [[' sea land 5, over 5']]);
      texts[i] = ' sea land 5, over 5';
    }
    for (const i of [1, partSize + 1, count - 2]) {
      catalog.remove(`0/${i}.jsonl`);
      texts[i] = '';
    }
    await check();
  });

  it('says which results are provisional, and which parts match', async () => {
    const directory = catalogued([]);
    setNeuron(directory.catalog, '0:0', [[' the Sea', 0.5]], 'provisional');
    setNeuron(directory.catalog, '0:1', [[' seaside', 0.4]]);
    const { results } = await search([directory], 'sea');
    assert.deepEqual(
      results.map(({ provisional, matches }) => [provisional, matches]),
      [
        [true, [[5, 8]]],
        [false, [[1, 4]]],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { neuronId, type NeuronRef } from '../../../src/catalog/explanationDirectory.ts';
import { listAll, readRows } from '../../../src/catalog/scan.ts';
import { parseQuery } from '../../../src/catalog/query.ts';
import { searchExplanations } from '../../../src/catalog/search.ts';
import { openedWith } from './support/directory.ts';
import { neuronText } from './support/neuronText.ts';

/** Neurons 0:0, 0:1, … with these explanations, all of them read. */
async function neuronsWith(...explanations: readonly [string, unknown?][][]): Promise<NeuronRef[]> {
  const { directory } = openedWith(
    Object.fromEntries(
      explanations.map((list, n) => [
        `0/${n}.jsonl`,
        neuronText(
          `0:${n}`,
          list.map(([text, score]) => ({ text, scores: score === undefined ? [] : [score] })),
        ),
      ]),
    ),
  );
  const neurons = await listAll([directory]);
  await readRows(neurons, () => {}, new AbortController().signal);
  return neurons;
}

function found(neurons: readonly NeuronRef[], query: string, limit = 100): string[] {
  const { results } = searchExplanations(neurons, parseQuery(query), limit);
  return results.map(({ neuron, explanation }) => `${neuronId(neuron)}${explanation.text}`);
}

describe('search', () => {
  it('finds explanations in which all words occur, in any order', async () => {
    const neurons = await neuronsWith(
      [[' cities of Canada']],
      [[' Canada']],
      [[' cities']],
      [[' Canadian provinces and cities']],
    );
    const both = ['0:0 cities of Canada', '0:3 Canadian provinces and cities'];
    assert.deepEqual(found(neurons, 'canad cities'), both);
    assert.deepEqual(found(neurons, 'cities canad'), both);
    assert.deepEqual(found(neurons, '  cities \t canad  '), both);
    assert.deepEqual(found(neurons, 'cities of mars'), []);
  });

  it('does not mind upper and lower case, nor how an accent is written', async () => {
    const neurons = await neuronsWith([[' The CAFÉ']], [[' the cafe\u0301']], [[' ΣΊΣΥΦΟΣ']]);
    const cafes = ['0:0 The CAFÉ', '0:1 the cafe\u0301'];
    assert.deepEqual(found(neurons, 'café'), cafes);
    assert.deepEqual(found(neurons, 'Cafe\u0301'), cafes);
    assert.deepEqual(found(neurons, 'THE'), cafes);
    assert.deepEqual(found(neurons, 'σίσ'), ['0:2 ΣΊΣΥΦΟΣ']);
  });

  it('puts those first where all words begin a word', async () => {
    const neurons = await neuronsWith(
      [[' concatenation', 0.9]],
      [[' the cat', 0.1]],
      [[' (cats)', 0.2]],
      [[' a tomcat and a cat', 0.3]],
      [[' cat, concatenated', 0.8]],
      [['cat', 0.05]],
    );
    assert.deepEqual(found(neurons, 'cat'), [
      '0:4 cat, concatenated',
      '0:3 a tomcat and a cat',
      '0:2 (cats)',
      '0:1 the cat',
      '0:5cat',
      '0:0 concatenation',
    ]);
    // One word that is inside another is enough to be among the later ones, be it the first or the last.
    const ranked = ['0:4 cat, concatenated', '0:0 concatenation'];
    assert.deepEqual(found(neurons, 'cat con'), ranked);
    assert.deepEqual(found(neurons, 'con cat'), ranked);
  });

  it('takes letters and digits of any script for parts of words', async () => {
    const neurons = await neuronsWith([[' überzahl', 0.9]], [[' 2zahl', 0.8]], [[' “zahl”', 0.1]]);
    assert.deepEqual(found(neurons, 'zahl')[0], '0:2 “zahl”');
  });

  it('takes what is special in patterns as it stands', async () => {
    const neurons = await neuronsWith([[' C++ (.*)']], [[' words']]);
    assert.deepEqual(found(neurons, 'c++'), ['0:0 C++ (.*)']);
    assert.deepEqual(found(neurons, '.*'), ['0:0 C++ (.*)']);
    assert.deepEqual(found(neurons, '['), []);
  });

  it('ranks by score, with missing and undefined ones last in the order of the neurons', async () => {
    const neurons = await neuronsWith(
      [[' word null', null]],
      [[' word low', -0.5]],
      [[' word NaN', NaN]],
      [[' word high', 0.75]],
      [[' word absent']],
      [[' word zero', 0]],
      [[' word high too', 0.75]],
    );
    const ranked = [
      '0:3 word high',
      '0:6 word high too',
      '0:5 word zero',
      '0:1 word low',
      '0:0 word null',
      '0:2 word NaN',
      '0:4 word absent',
    ];
    assert.deepEqual(found(neurons, 'word'), ranked);
    assert.deepEqual(found(neurons, ''), ranked);
    assert.deepEqual(found(neurons, '  '), ranked);
  });

  it('finds each explanation of a neuron for itself', async () => {
    const neurons = await neuronsWith([
      [' one word', 0.1],
      [' another', 0.9],
      [' two words', 0.2],
    ]);
    assert.deepEqual(found(neurons, 'word'), ['0:0 two words', '0:0 one word']);
  });

  it('gives so many, and says how many there are', async () => {
    const neurons = await neuronsWith(
      ...Array.from({ length: 9 }, (_, n): [string, unknown][] => [[` word ${n}`, n / 10]]),
    );
    const { results, total } = searchExplanations(neurons, parseQuery('word'), 2);
    assert.deepEqual(
      results.map(({ explanation }) => explanation.score),
      [0.8, 0.7],
    );
    assert.equal(total, 9);
  });

  it('passes over neurons that are not read yet, and those that cannot be', async () => {
    const { directory } = openedWith({
      '0/0.jsonl': neuronText('0:0', [{ text: ' word' }]),
      '0/1.jsonl': neuronText('0:1', [{ text: ' word' }]),
      '0/2.jsonl': 'broken',
    });
    const neurons = await listAll([directory]);
    await directory.row(neurons[1]!);
    await directory.row(neurons[2]!);
    assert.deepEqual(found(neurons, 'word'), ['0:1 word']);
    assert.deepEqual(searchExplanations(neurons, parseQuery('nothing'), 5), {
      results: [],
      total: 0,
    });
  });
});

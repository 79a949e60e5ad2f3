import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readRow } from '../../../src/catalog/rows/decodeRow.ts';
import { preferredScore } from '../../../src/catalog/rows/neuronRow.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { folderWith } from './support/folders.ts';
import { neuronText, simpleNeuron } from './support/neuronText.ts';
import { WatchedSource } from './support/watchedSource.ts';

const place = { layer: 5, neuron: 131 };

function rowOf(text: string) {
  const root = folderWith({ 'a.jsonl': text });
  return readRow(localFileSource, join(root, 'a.jsonl'), place);
}

describe('the row of a neuron', () => {
  it('has the explanations by their preferred score, best first', async () => {
    const { explanations } = await rowOf(
      neuronText('5:131', [
        { text: ' none', scores: [] },
        { text: ' low', scores: [-0.5] },
        { text: ' null', scores: [null] },
        { text: ' high', scores: [0.75] },
        { text: ' undefined', scores: [NaN] },
        { text: ' zero', scores: [0] },
      ]),
    );
    assert.deepEqual(
      explanations.map((each) => [each.text, preferredScore(each)]),
      [
        [' high', 0.75],
        [' zero', 0],
        [' low', -0.5],
        [' none', null],
        [' null', null],
        [' undefined', NaN],
      ],
    );
  });

  it('has the three scores, and their numbers of sequences and tokens', async () => {
    const { explanations } = await rowOf(
      neuronText('5:131', [
        {
          text: ' a',
          scores: [0.5, NaN, -0.25],
          sequences: [{}, { tokens: ['a'], actual: [1], simulated: [1] }],
        },
      ]),
    );
    assert.deepEqual(explanations, [
      {
        text: ' a',
        scores: [0.5, NaN, -0.25],
        sequences: 2,
        tokens: 4,
      },
    ]);
  });

  it('has no lone surrogates, which a catalog file cannot store', async () => {
    const { explanations } = await rowOf(
      simpleNeuron('5:131', '?', 0.5).replace('"?"', String.raw`"a\ud800"`),
    );
    assert.equal(explanations[0]!.text, 'a\\ud800');
  });

  it('counts the file’s problems', async () => {
    assert.deepEqual(await rowOf(simpleNeuron('5:131', ' good', 0.5)), {
      explanations: [
        {
          text: ' good',
          scores: [0.5, null, null],
          sequences: 0,
          tokens: 0,
        },
      ],
      failure: undefined,
      problems: [],
      problemCount: 0,
    });
    const row = await rowOf(simpleNeuron('5:132', ' at the wrong place', 'high'));
    assert.equal(row.failure, undefined);
    assert.equal(row.problemCount, 2);
    assert.deepEqual(row.problems, [
      'warning at neuron_id: Path says 5:131 but neuron_id says 5:132. Using the path.',
      'warning at scored_explanations[0].scored_simulation.ev_correlation_score: Expected a number or null, found the string "high". Shown as missing.',
    ]);
    assert.equal(preferredScore(row.explanations[0]!), null);
  });

  it('does not count notices', async () => {
    const { problems, problemCount } = await rowOf(
      simpleNeuron('5:131', ' good', 0.5).replace('{', '{"comment":"",\n'),
    );
    assert.deepEqual([problems, problemCount], [[], 0]);
  });

  it('reads a sample', async () => {
    const path = join(import.meta.dirname, '../../../samples/explanations/5/131.jsonl');
    const row = await readRow(localFileSource, path, place);
    assert.equal(row.explanations.length, 2);
    assert.match(row.explanations[0]!.text, /family/);
    assert.deepEqual(row.problems, []);
  });

  it('says why a file has no row', async () => {
    const cases: [string, RegExp][] = [
      ['', /empty/],
      ['{"neuron_id": ', /expected/i],
      ['[1, 2]', /list of 2/],
      ['{"dataclass_name": "AttentionSimulationResults"}', /attention head/],
    ];
    for (const [text, reason] of cases) {
      const { failure, ...rest } = await rowOf(text);
      assert.match(failure ?? '', reason);
      assert.deepEqual(rest, { explanations: [], problems: [], problemCount: 1 });
    }
  });

  it('says that a file does not exist or cannot be read', async () => {
    const root = folderWith({ 'a.jsonl/': '' });
    const missing = await readRow(localFileSource, join(root, 'none.jsonl'), place);
    assert.match(missing.failure ?? '', /no such file/);
    const folder = await readRow(localFileSource, join(root, 'a.jsonl'), place);
    assert.match(folder.failure ?? '', /folder, not a file/);
  });

  it('also catches bugs, so that indexing continues', async () => {
    const source = new WatchedSource();
    const path = join(folderWith({ 'a.jsonl': '' }), 'a.jsonl');
    source.fail(path, new TypeError('a fault'));
    const row = await readRow(source, path, place);
    assert.equal(row.failure, 'TypeError: a fault');
  });
});

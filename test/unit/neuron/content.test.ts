import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { placeOfKey } from '../../../src/dialects/openai/keys.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { readNeuronFile } from '../../../src/format/neuronFile.ts';
import { parsePythonJson } from '../../../src/format/pythonJson.ts';
import { neuronDocument, sequencePage } from '../../../src/neuron/host/content.ts';
import type { ScoreValue } from '../../../src/model/score.ts';
import type { HostMessage } from '../../../src/neuron/contract/protocol.ts';
import type { Sequence } from '../../../src/tokens/contract.ts';
import { recomputedOf, valuesOf } from '../support/scores.ts';
import {
  type ExplanationParts,
  neuronText,
  type SequenceParts,
} from '../catalog/support/neuronText.ts';
import { located } from './support/located.ts';
import { throughWebview } from './support/throughWebview.ts';

const where = { uri: 'file:///a/5/131.jsonl', path: 'a/5/131.jsonl' };
const neuron131 = located('5/131.jsonl', where);

function decode(text: string) {
  const { neuron, problems } = decodeNeuron(parsePythonJson(text));
  return { unit: explainedUnit(neuron), problems };
}
function documentOf(explanations: readonly ExplanationParts[]) {
  const { unit, problems } = decode(neuronText('5:131', explanations));
  return neuronDocument(neuron131, unit, problems);
}
function pageOf(sequences: readonly SequenceParts[], from = 0) {
  return sequencePage(decode(neuronText('5:131', [{ sequences }])).unit, 0, from);
}
const sequenceOf = (parts: SequenceParts) => pageOf([parts]).sequences[0]!;

function assertClose(score: ScoreValue, expected: number) {
  assert.ok(typeof score === 'number' && Math.abs(score - expected) < 1e-12, String(score));
}

describe('a neuron for the page', () => {
  it('is named by its path', () => {
    const { unit } = decode(neuronText('6:1', []));
    const document = neuronDocument(neuron131, unit, []);
    assert.deepEqual(document, {
      kind: 'neuron',
      ...where,
      title: '5:131',
      layer: '5',
      neuron: '131',
      explanations: [],
      problems: [],
      moreProblems: 0,
    });
  });

  it('ranks explanations by preferred score, and keeps their indices', () => {
    const { explanations } = documentOf([
      { text: ' undefined', scores: [NaN] },
      { text: ' low', scores: [-0.25, 0.9, 0.9] },
      { text: ' null', scores: [null] },
      { text: ' high', scores: [0.5] },
      { text: ' zero', scores: [0] },
      { text: ' none', scores: [] },
      { text: ' high too', scores: [0.5] },
    ]);
    assert.deepEqual(
      explanations.map(({ index, text }) => [index, text]),
      [
        [3, ' high'],
        [6, ' high too'],
        [4, ' zero'],
        [1, ' low'],
        [0, ' undefined'],
        [2, ' null'],
        [5, ' none'],
      ],
    );
  });

  it('has unchanged texts', () => {
    const texts = ['', ' <script>alert(1)</script>', ' two\nlines', ' \u202ertl\u0000'];
    const { explanations } = documentOf(texts.map((text) => ({ text })));
    assert.deepEqual(
      explanations.map(({ text }) => text),
      texts,
    );
    assert.equal(documentOf([{ text: null }]).explanations[0]!.text, '');
  });

  it('distinguishes missing scores, undefined ones and 0', () => {
    const scoresOf = (...scores: unknown[]) =>
      valuesOf(documentOf([{ scores }]).explanations[0]!.scores);
    assert.deepEqual(scoresOf(0.5, 0, -0.25), {
      evCorrelation: 0.5,
      rSquared: 0,
      absoluteDevExplained: -0.25,
    });
    assert.deepEqual(scoresOf(NaN, Infinity, -Infinity), {
      evCorrelation: 'undefined',
      rSquared: 'undefined',
      absoluteDevExplained: 'undefined',
    });
    assert.deepEqual(scoresOf(null, 'none'), {
      evCorrelation: null,
      rSquared: null,
      absoluteDevExplained: null,
    });
  });

  it('recomputes the scores from the tokens of all sequences', () => {
    const sequences = [
      { actual: [0, 1, 2], simulated: [0, 1, 3] },
      { actual: [4, 0, 0], simulated: [2, 0, 1] },
    ];
    const { scores } = documentOf([{ scores: [0.125], sequences }]).explanations[0]!;
    const recomputed = recomputedOf(scores);
    assert.equal(valuesOf(scores).evCorrelation, 0.125);
    // By hand: the sums of squares about the means 7/6 are 77/6 and 41/6, that of products 41/6.
    assertClose(recomputed.evCorrelation, Math.sqrt(41 / 77));
    assertClose(recomputed.rSquared, 1 - 6 / 21);
    assertClose(recomputed.absoluteDevExplained, 1 - 4 / 7);
  });

  it('says that the scores of a dead neuron are undefined', () => {
    const sequences = [{ actual: [0, 0, 0], simulated: [0, 1, 2] }];
    assert.deepEqual(recomputedOf(documentOf([{ sequences }]).explanations[0]!.scores), {
      evCorrelation: 'undefined',
      rSquared: 'undefined',
      absoluteDevExplained: 'undefined',
    });
    const { scores } = pageOf(sequences).sequences[0]!;
    assert.deepEqual(recomputedOf(scores).evCorrelation, 'undefined');
  });

  it('counts sequences and tokens', () => {
    const [explanation] = documentOf([
      { sequences: [{ tokens: ['a'] }, { tokens: ['b', 'c'] }] },
    ]).explanations;
    assert.equal(explanation!.sequenceCount, 2);
    assert.equal(explanation!.tokenCount, 3);
  });

  it('has the smallest and largest finite values of all sequences', () => {
    const [explanation] = documentOf([
      {
        sequences: [
          { actual: [-0.17, NaN, 2], simulated: [1, Infinity, 3] },
          { actual: [0.5, 7, null], simulated: [0.5, -Infinity, 2] },
        ],
      },
    ]).explanations;
    const { simulatedUnits, actual, simulated } = explanation!.scale;
    assert.equal(simulatedUnits, 'neuron');
    assert.deepEqual(actual, { min: -0.17, max: 7 });
    assert.deepEqual(simulated, { min: 0.5, max: 3 });
  });

  it('has them also if all are below 0', () => {
    const { scale } = documentOf([{ sequences: [{ actual: [-3, -1, -2] }] }]).explanations[0]!;
    assert.deepEqual(scale.actual, { min: -3, max: -1 });
  });

  it('has no smallest and largest value if there is none', () => {
    const none = { actual: null, simulated: null };
    for (const sequences of [[], [{ actual: [NaN, null], simulated: [] }]]) {
      const { scale } = documentOf([{ sequences }]).explanations[0]!;
      assert.deepEqual({ actual: scale.actual, simulated: scale.simulated }, none);
    }
  });

  it('has the units of each explanation’s simulation', () => {
    const units = documentOf([
      { sequences: [{ scale: 'neuron_activations' }] },
      { sequences: [{ scale: 'simulated_normalized_activations' }] },
    ]).explanations.map(({ scale }) => scale.simulatedUnits);
    assert.deepEqual(units, ['neuron', 'normalized']);
  });

  it('has problems with positions', () => {
    const { problems } = documentOf([{ sequences: [{}, { actual: [1] }] }]);
    const path = [
      'scored_explanations',
      0,
      'scored_simulation',
      'scored_sequence_simulations',
      1,
      'true_activations',
    ];
    assert.equal(problems.length, 1);
    assert.deepEqual(problems[0]!.path, path);
    assert.equal(
      problems[0]!.where,
      'scored_explanations[0].scored_simulation.scored_sequence_simulations[1].true_activations',
    );
    assert.equal(problems[0]!.severity, 'warning');
    assert.match(problems[0]!.message, /each of the 3 tokens, found 1/);
  });

  it('lists 20 problems, and counts the others', () => {
    const broken = (count: number) =>
      documentOf([{ sequences: Array.from({ length: count }, () => ({ actual: [1] })) }]);
    assert.equal(broken(20).problems.length, 20);
    assert.equal(broken(20).moreProblems, 0);
    assert.equal(broken(23).problems.length, 20);
    assert.equal(broken(23).moreProblems, 3);
  });
});

describe('a sequence for the page', () => {
  it('has one value for each token', () => {
    const sequence = sequenceOf({ actual: [-0.17, 1, 2.5], simulated: [0, 1, 10] });
    assert.deepEqual(sequence.tokens, ['a', 'b', 'c']);
    assert.deepEqual(sequence.actual, Float64Array.of(-0.17, 1, 2.5));
    assert.deepEqual(sequence.simulated, Float64Array.of(0, 1, 10));
  });

  it('has NaN for missing values, and omits extra ones', () => {
    const sequence = sequenceOf({ actual: [1], simulated: [1, 2, 3, 4, 5] });
    assert.deepEqual(sequence.actual, Float64Array.of(1, NaN, NaN));
    assert.deepEqual(sequence.simulated, Float64Array.of(1, 2, 3));
    assert.deepEqual(sequenceOf({ actual: [] }).actual, Float64Array.of(NaN, NaN, NaN));
    assert.deepEqual(sequenceOf({ tokens: [], actual: [1] }).actual, new Float64Array());
  });

  it('has infinite values unchanged, and null as NaN', () => {
    const { actual } = sequenceOf({ actual: [NaN, -Infinity, null] });
    assert.deepEqual(actual, Float64Array.of(NaN, -Infinity, NaN));
  });

  it('has its own scores, and those computed from it', () => {
    const scores = [0.5, null, NaN];
    const sequence = sequenceOf({ actual: [0, 1, 2], simulated: [0, 2, 4], scores });
    assert.deepEqual(valuesOf(sequence.scores), {
      evCorrelation: 0.5,
      rSquared: null,
      absoluteDevExplained: 'undefined',
    });
    const recomputed = recomputedOf(sequence.scores);
    assertClose(recomputed.evCorrelation, 1);
    assertClose(recomputed.rSquared, 0);
    assertClose(recomputed.absoluteDevExplained, 0);
  });

  it('has no computed scores if values are missing', () => {
    const recomputed = recomputedOf(sequenceOf({ actual: [1, 2] }).scores);
    assert.deepEqual(Object.values(recomputed), ['undefined', 'undefined', 'undefined']);
  });

  describe('says which tokens the simulator predicted', () => {
    const row = [0.5, 1.5];
    const predicted = (...values: unknown[]) =>
      pageOf(values.map((each) => ({ values: each }))).sequences.map((s) => s.predicted);

    it('not if it predicted all', () => {
      assert.deepEqual(predicted([row, row, row]), [null]);
    });

    it('if it skipped some', () => {
      assert.deepEqual(predicted([row, [], row]), [Uint8Array.of(1, 0, 1)]);
    });

    it('if it skipped all of one sequence, but not of another', () => {
      assert.deepEqual(predicted([[], [], []], [row, row, row]), [Uint8Array.of(0, 0, 0), null]);
    });

    it('not if no token of any sequence has a distribution', () => {
      assert.deepEqual(predicted([[], [], []], [[], [], []]), [null, null]);
      assert.deepEqual(predicted([]), [null]);
    });

    it('not if the file has no distributions for one sequence', () => {
      assert.deepEqual(predicted([], [row, [], row]), [null, Uint8Array.of(1, 0, 1)]);
    });

    it('not if the rows are of the whole sequence', () => {
      const eleven = Array.from({ length: 11 }, () => []);
      assert.deepEqual(predicted(eleven, [row, row, row]), [null, null]);
      assert.deepEqual(predicted([row, row, row, []]), [null]);
    });

    it('not if the rows are null, or no rows', () => {
      assert.deepEqual(predicted(null, [row, row, row]), [null, null]);
      assert.deepEqual(predicted('none', [row, row, row]), [null, null]);
    });

    it('with a null row as a skipped token', () => {
      assert.deepEqual(predicted([row, null, row]), [Uint8Array.of(1, 0, 1)]);
    });

    it('also by tokens of another page', () => {
      const sequences: SequenceParts[] = Array.from({ length: 51 }, () => ({
        values: [[], [], []],
      }));
      sequences[50] = { values: [row, row, row] };
      assert.deepEqual(pageOf(sequences).sequences[0]!.predicted, Uint8Array.of(0, 0, 0));
      sequences[50] = { values: [[], [], []] };
      assert.equal(pageOf(sequences).sequences[0]!.predicted, null);
    });

    it('as in the sample', async () => {
      const path = join(import.meta.dirname, '../../../samples/explanations/11/4870.jsonl');
      const file = await readNeuronFile(localFileSource, path, { layer: 11, neuron: 4870 });
      const { sequences } = sequencePage(explainedUnit(file.neuron), 0, 0);
      const skipped = sequences.flatMap((s) => [...(s.predicted ?? [])]).filter((each) => !each);
      const empty =
        file.neuron.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations.flatMap(
          ({ simulation }) => simulation.distributionValues,
        ).filter((each) => each.length === 0);
      assert.ok(empty.length > 0);
      assert.equal(skipped.length, empty.length);
    });
  });
});

describe('a page of sequences', () => {
  const indices = (sequences: readonly Sequence[]) => sequences.map(({ index }) => index);
  const ofTokens = (...counts: number[]): SequenceParts[] =>
    counts.map((count) => ({ tokens: Array<string>(count).fill('a'), values: [] }));

  it('has all sequences of a usual neuron', () => {
    const page = pageOf(ofTokens(...Array<number>(20).fill(64)));
    assert.equal(page.sequences.length, 20);
    assert.deepEqual([page.explanation, page.from, page.total], [0, 0, 20]);
  });

  it('has 50 sequences', () => {
    const sequences = ofTokens(...Array<number>(120).fill(1));
    const pages = [0, 50, 100].map((from) => pageOf(sequences, from));
    assert.deepEqual(
      pages.map((page) => page.sequences.length),
      [50, 50, 20],
    );
    assert.deepEqual(
      pages.flatMap((page) => indices(page.sequences)),
      [...Array(120).keys()],
    );
    for (const page of pages) assert.equal(page.total, 120);
  });

  it('has 20,000 tokens', () => {
    const sequences = ofTokens(10_000, 10_000, 1, 15_000, 5_001, 1);
    const pages = [0, 2, 4].map((from) => pageOf(sequences, from));
    assert.deepEqual(
      pages.map((page) => indices(page.sequences)),
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    );
  });

  it('has one sequence at least, however long', () => {
    const page = pageOf(ofTokens(100_000, 1));
    assert.deepEqual(indices(page.sequences), [0]);
    assert.equal(page.sequences[0]!.tokens.length, 100_000);
  });

  it('begins at the requested sequence', () => {
    const page = pageOf(ofTokens(1, 1, 1), 2);
    assert.equal(page.from, 2);
    assert.deepEqual(indices(page.sequences), [2]);
  });

  it('is empty beyond the end', () => {
    for (const from of [3, 4, 1e9]) {
      const page = pageOf(ofTokens(1, 1, 1), from);
      assert.deepEqual(page, { explanation: 0, order: 'stored', from, total: 3, sequences: [] });
    }
  });

  it('is empty for an explanation without sequences, and for none', () => {
    const { unit } = decode(neuronText('5:131', [{}]));
    for (const explanation of [0, 1]) {
      const page = { explanation, order: 'stored', from: 0, total: 0, sequences: [] };
      assert.deepEqual(sequencePage(unit, explanation, 0), page);
    }
  });

  it('is of the explanation at that index in the file', () => {
    const { unit } = decode(
      neuronText('5:131', [
        { scores: [0.1], sequences: [{ tokens: ['low'] }] },
        { scores: [0.9], sequences: [{ tokens: ['high'] }] },
      ]),
    );
    assert.deepEqual(sequencePage(unit, 0, 0).sequences[0]!.tokens, ['low']);
    assert.deepEqual(sequencePage(unit, 1, 0).sequences[0]!.tokens, ['high']);
  });
});

describe('a message to the page', () => {
  async function messageOf(path: string, key: string): Promise<HostMessage> {
    const file = await readNeuronFile(localFileSource, path, placeOfKey(key));
    const unit = explainedUnit(file.neuron);
    const content = neuronDocument(located(key, where), unit, file.problems);
    const best = content.explanations[0];
    const first = best ? sequencePage(unit, best.index, 0) : null;
    return { type: 'show', version: 1, content, first, pinned: false };
  }

  it('arrives unchanged, for every sample', async () => {
    const folder = join(import.meta.dirname, '../../../samples/explanations');
    for (const layer of readdirSync(folder)) {
      for (const name of readdirSync(join(folder, layer))) {
        const path = join(folder, layer, name);
        const message = await messageOf(path, `${layer}/${name}`);
        assert.deepEqual(throughWebview(message), message, path);
      }
    }
  });

  it('arrives unchanged, for any odd file', () => {
    const tokens = ['', '\ud83d', '\ufffd', '\u0000', '\u2028', '"', '</script>', 'x'.repeat(1e4)];
    const { unit, problems } = decode(
      neuronText('5:131', [
        {
          text: null,
          scores: [NaN, Infinity, 'nan'],
          sequences: [
            {
              tokens,
              actual: [NaN, Infinity, -Infinity, null],
              values: [[1, 2], [], null, [NaN], [], [], [], []],
              scores: [NaN, -Infinity, null],
            },
            { actual: [0, 0, 0], simulated: [1, 1, 1], values: null },
          ],
        },
        { scores: [], sequences: [] },
      ]),
    );
    const message: HostMessage = {
      type: 'show',
      version: 1,
      content: neuronDocument(neuron131, unit, problems),
      first: sequencePage(unit, 0, 0),
      pinned: true,
    };
    assert.ok(problems.length > 3);
    assert.deepEqual(throughWebview(message), message);
  });

  it('has only the bytes that are shown', () => {
    // A view of a larger buffer would take all of it along.
    for (const { actual, simulated, predicted } of pageOf([
      { actual: [1, 2, 3, 4, 5, 6], values: [[1, 2], [], [1, 2]] },
    ]).sequences) {
      for (const each of [actual, simulated, predicted!]) {
        assert.equal(each.buffer.byteLength, each.byteLength);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { parsePythonJson } from '../../../src/format/pythonJson.ts';
import { neuronDocument, sequencePage } from '../../../src/neuron/host/content.ts';
import { extentOf } from '../../../src/analysis/points.ts';
import {
  distributionAt,
  findIn,
  findText,
  plainSearch,
} from '../../../src/neuron/host/tokenAnswers.ts';
import { orderOf } from '../../../src/neuron/host/order.ts';
import { scaleOf } from '../../../src/neuron/host/scaleOf.ts';
import { neuronText, type SequenceParts } from '../catalog/support/neuronText.ts';
import { located } from './support/located.ts';

const neuronOf = (sequences: readonly SequenceParts[]) =>
  explainedUnit(decodeNeuron(parsePythonJson(neuronText('5:131', [{ sequences }]))).neuron);
const explanationOf = (sequences: readonly SequenceParts[]) => neuronOf(sequences).explanations[0]!;
const normalized = 'simulated_normalized_activations';

describe('extentOf', () => {
  it('covers lists of any length, without infinite values', () => {
    const long = new Float64Array(1_000_000).map((_, i) => i);
    assert.deepEqual(extentOf([long, [NaN, -1, Infinity]]), { min: -1, max: 999_999 });
    assert.equal(extentOf([[NaN], []]), null);
  });
});

describe('the scale of an explanation', () => {
  it('has plain differences if both are in the neuron’s units', () => {
    const { difference, uncalibrated } = scaleOf(
      explanationOf([
        { actual: [0, 1, 4], simulated: [1, 1, 1] },
        { actual: [2], simulated: [7] },
      ]),
    );
    assert.deepEqual(difference, {
      by: 'own',
      map: { slope: 1, intercept: 0 },
      extent: { min: -3, max: 5 },
    });
    assert.equal(uncalibrated, null);
  });

  it('maps 10 to the largest activation if the simulation is on 0-10', () => {
    const { difference } = scaleOf(
      explanationOf([{ actual: [0, 1, 4], simulated: [0, 10, 5], scale: normalized }]),
    );
    assert.deepEqual(difference.map, { slope: 0.4, intercept: 0 });
    assert.deepEqual([difference.by, difference.extent], ['range', { min: -2, max: 3 }]);
  });

  it('has no differences if no activation is above 0', () => {
    const { difference } = scaleOf(
      explanationOf([{ actual: [0, -1, -2], simulated: [0, 10, 5], scale: normalized }]),
    );
    assert.deepEqual(difference, { by: 'none', map: null, extent: null });
  });

  it('finds the calibration, and applies it to the uncalibrated simulation', () => {
    const before = { simulated: [0, 2, 10], scale: normalized };
    const { uncalibrated } = scaleOf(
      explanationOf([{ actual: [0, 1, 4], simulated: [-1, 0, 4], uncalibrated: before }]),
    );
    const map = { slope: 0.5, intercept: -1 };
    assert.deepEqual(uncalibrated, {
      extent: { min: 0, max: 10 },
      map,
      difference: { by: 'calibration', map, extent: { min: -1, max: 0 } },
    });
  });

  it('uses the range if calibration is not linear', () => {
    const before = { simulated: [0, 2, 10], scale: normalized };
    const { uncalibrated } = scaleOf(
      explanationOf([{ actual: [0, 1, 4], simulated: [0, 3, 4], uncalibrated: before }]),
    );
    assert.deepEqual([uncalibrated?.map, uncalibrated?.difference.by], [null, 'range']);
  });

  it('has no difference without a prediction or a value', () => {
    const values = [[0.5], [], [0.5]];
    const { difference } = scaleOf(
      explanationOf([{ actual: [0, 1, null], simulated: [1, 100, 100], values }]),
    );
    assert.deepEqual(difference.extent, { min: 1, max: 1 });
  });
});

describe('the order of sequences', () => {
  const sequences: SequenceParts[] = [
    { actual: [1, 1, 1], simulated: [1, 1, 2], scores: [0.3] },
    { actual: [5, 0, 0], simulated: [5, 0, 0], scores: [null] },
    { actual: [3, 0, 0], simulated: [0, 0, 0], scores: [0.9] },
    { actual: [NaN], simulated: [9, 9, 9], scores: [NaN] },
    { actual: [5, 1, 0], simulated: [5, 0, 0], scores: [0.3] },
  ];
  const explanation = explanationOf(sequences);

  it('is that of the file, by activation, score or miss, with missing values last', () => {
    assert.deepEqual(orderOf(explanation, 'stored'), [0, 1, 2, 3, 4]);
    assert.deepEqual(orderOf(explanation, 'activation'), [1, 4, 2, 0, 3]);
    assert.deepEqual(orderOf(explanation, 'score'), [2, 0, 4, 1, 3]);
    assert.deepEqual(orderOf(explanation, 'miss'), [2, 0, 4, 1, 3]);
  });

  it('holds for pages, whose sequences keep their index in the file', () => {
    const page = sequencePage(neuronOf(sequences), 0, 1, 'activation');
    assert.deepEqual([page.order, page.from, page.total], ['activation', 1, 5]);
    assert.deepEqual(
      page.sequences.map(({ index }) => index),
      [4, 2, 0, 3],
    );
  });
});

describe('findText', () => {
  const tokens = [' The', ' ship', 's', '\n', 'THE', ' İ', ' ship'];
  const explanation = explanationOf([
    { tokens, actual: [9] },
    { tokens: [' the', ' end'], actual: [0] },
  ]);
  const found = (text: string, order: 'stored' | 'miss' = 'stored') =>
    findText(explanation, order, plainSearch(text, false)).matches.map(({ sequence, from, to }) => [
      sequence,
      from,
      to,
    ]);

  it('ignores case, within a token and across tokens', () => {
    assert.deepEqual(found('the'), [
      [0, 0, 0],
      [0, 4, 4],
      [1, 0, 0],
    ]);
    assert.deepEqual(found('THE'), found('the'));
    assert.deepEqual(found(' ships\nt'), [[0, 1, 4]]);
    // A letter that is longer in lower case moves nothing.
    assert.deepEqual(found('ship').at(-1), [0, 6, 6]);
  });

  it('finds nothing for an empty query', () => {
    assert.deepEqual(findText(explanation, 'stored', plainSearch('', false)), {
      total: 0,
      matches: [],
    });
    assert.deepEqual(findText(explanation, 'stored', plainSearch('whale', false)), {
      total: 0,
      matches: [],
    });
  });

  it('has no overlaps, counts all, and lists a thousand', () => {
    const many = explanationOf([{ tokens: Array.from({ length: 2500 }, () => 'aa') }]);
    const { total, matches } = findText(many, 'stored', plainSearch('aaa', false));
    assert.equal(total, 1666);
    assert.equal(matches.length, 1000);
    assert.deepEqual(matches[1], { sequence: 0, from: 1, to: 2 });
  });
});

describe('findIn', () => {
  const tokens = [' The', ' ship', 's', '\n', 'THE', ' ship'];
  const unit = neuronOf([{ tokens }]);
  const found = async (text: string, matchCase: boolean, regex: boolean) => {
    const wanted = { explanation: 0, order: 'stored', text, matchCase, regex } as const;
    return (await findIn(unit, wanted))!.matches.map(({ from, to }) => [from, to]);
  };

  it('matches case on request', async () => {
    assert.deepEqual(await found('the', false, false), [
      [0, 0],
      [4, 4],
    ]);
    assert.deepEqual(await found('The', true, false), [[0, 0]]);
    assert.deepEqual(await found('t.e', true, true), []);
    assert.deepEqual(await found('T.E', true, true), [[4, 4]]);
  });

  it('finds a regular expression across tokens, and no empty matches', async () => {
    assert.deepEqual(await found('ships?', false, true), [
      [1, 2],
      [5, 5],
    ]);
    assert.deepEqual(await found('x*', false, true), []);
    assert.deepEqual(await found('', false, true), []);
  });

  it('rejects an invalid regular expression with a reason', async () => {
    await assert.rejects(found('(', false, true), /Unterminated group/);
    await assert.rejects(found('(?=a)', false, true), /look/);
  });
});

describe('the distribution of a token', () => {
  const of = (sequences: readonly SequenceParts[], sequence = 0, token = 0) =>
    distributionAt(neuronOf(sequences), { explanation: 0, sequence, token });

  it('is in ascending order of values, with its mass and entropy', () => {
    const values = [[3, 1, 2], [0.5], []];
    const probabilities = [[0.5, 0.25, 0.25], [0.5], []];
    const sequences = [{ values, probabilities }];
    assert.deepEqual(of(sequences), {
      simulated: {
        values: [1, 2, 3],
        probabilities: [0.25, 0.25, 0.5],
        mass: 1,
        entropy: 1.5,
      },
      uncalibrated: null,
    });
    // What is known is taken for all.
    assert.deepEqual(of(sequences, 0, 1), {
      simulated: { values: [0.5], probabilities: [0.5], mass: 0.5, entropy: 0 },
      uncalibrated: null,
    });
  });

  it('is empty without a prediction, and null without distributions', () => {
    const none = { values: [], probabilities: [], mass: 0, entropy: null };
    const some = { values: [[1], [], [1]] };
    assert.deepEqual(of([some], 0, 1), { simulated: none, uncalibrated: null });
    const nothing = { simulated: null, uncalibrated: null };
    assert.deepEqual(of([{ values: [[], [], []] }]), nothing);
    assert.deepEqual(of([{ values: [] }, some]), nothing);
    assert.equal(of([some], 7), null);
  });

  it('omits invalid values and probabilities, and merges equal values', () => {
    const values = [[1, 1, 2, null, 3], [1], [1]];
    const probabilities = [[0.25, 0.25, null, 0.5, -1], [1], [1]];
    const { simulated } = of([{ values, probabilities }]) as { simulated: unknown };
    assert.deepEqual(simulated, { values: [1], probabilities: [0.5], mass: 0.5, entropy: 0 });
  });

  it('has the values before calibration, too', () => {
    const ones = [[1], [1], [1]];
    const uncalibrated = { simulated: [0, 2, 6], values: [[0], [1], [2]], probabilities: ones };
    const answer = of([{ uncalibrated }], 0, 1) as { uncalibrated: unknown };
    assert.deepEqual(answer.uncalibrated, {
      values: [1],
      probabilities: [1],
      mass: 1,
      entropy: 0,
    });
    const copy = { ...uncalibrated, simulated: [0, 1, 3] };
    const one = of([{ uncalibrated: copy }], 0, 1) as { uncalibrated: unknown };
    assert.equal(one.uncalibrated, null);
  });
});

describe('a sequence with a simulation from before calibration', () => {
  it('has both', () => {
    const sequences = [{ uncalibrated: { simulated: [1, 2] } }, {}];
    const page = sequencePage(neuronOf(sequences), 0, 0);
    assert.deepEqual(page.sequences[0]!.uncalibrated, Float64Array.of(1, 2, NaN));
    assert.equal(page.sequences[1]!.uncalibrated, null);
    const { explanations } = neuronDocument(located('5/131.jsonl'), neuronOf(sequences), []);
    assert.deepEqual(explanations[0]!.scale.uncalibrated?.extent, { min: 1, max: 2 });
  });

  it('has one if both are equal', () => {
    const neuron = neuronOf([{ uncalibrated: { simulated: [0, 1, 3] } }]);
    assert.equal(sequencePage(neuron, 0, 0).sequences[0]!.uncalibrated, null);
    const { scale } = neuronDocument(located('5/131.jsonl'), neuron, []).explanations[0]!;
    assert.deepEqual([scale.uncalibrated, scale.simulatedUnits], [null, 'normalized']);
  });
});

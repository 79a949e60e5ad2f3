import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../../src/files/fileSource.ts';
import { FormatError } from '../../../src/format/errors.ts';
import { decodeSibling, readSibling } from '../../../src/format/siblingFile.ts';
import {
  type SiblingKind,
  siblingKinds,
  siblingPaths,
  siblingFolders,
} from '../../../src/format/siblingPaths.ts';
import { parseConnectedName, quantileRanges } from '../../../src/format/siblings.ts';
import { sharedOrSkip } from '../../host/skip.ts';
import { memorySource } from './memorySource.ts';

function decode<Kind extends SiblingKind>(kind: Kind, raw: unknown) {
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
  const decoded = decodeSibling(kind, new TextEncoder().encode(text));
  const problems = decoded.problems.map(({ severity, path }) => `${severity} ${path.join('.')}`);
  return { decoded, problems };
}

const record = (changes = {}) => ({ tokens: [' a', ' b'], activations: [0.5, -0.1], ...changes });
const neuronRecord = (changes = {}) => ({
  dataclass_name: 'NeuronRecord',
  neuron_id: { layer_index: 5, neuron_index: 131, dataclass_name: 'NeuronId' },
  random_sample: [record()],
  random_sample_by_quantile: [[record()], [record(), record()]],
  quantile_boundaries: [null, 0.2, null],
  mean: 0.1,
  variance: 0.2,
  skewness: 3,
  kurtosis: 4,
  most_positive_activation_records: [record({ dataclass_name: 'ActivationRecord' })],
  ...changes,
});
const weights = (changes = {}) => ({ tokens: [' a'], strengths: [0.5], ...changes });
const tokenWeights = (changes = {}) => ({
  input_positive: weights(),
  input_negative: weights(),
  output_positive: weights(),
  output_negative: weights(),
  dataclass_name: 'WeightBasedSummaryOfNeuron',
  ...changes,
});
const connected = (changes = {}) => ({
  top_positive_neurons: ['0_1', '0_2'],
  top_positive_weights: [2, 1],
  top_negative_neurons: [],
  top_negative_weights: [],
  ...changes,
});

describe('a file beside the explanations', () => {
  it('holds the neuron’s activation records', () => {
    const { decoded, problems } = decode('records', neuronRecord());
    assert.deepEqual(problems, []);
    assert.ok(decoded.kind === 'records');
    const { value } = decoded;
    assert.equal(value.neuronId.neuronIndex, 131);
    assert.deepEqual(value.randomSample[0]?.activations, [0.5, -0.1]);
    assert.deepEqual(
      value.randomSampleByQuantile?.map((list) => list.length),
      [1, 2],
    );
    assert.deepEqual([value.mean, value.kurtosis], [0.1, 4]);
  });

  it('holds its tokens by activation and by weight', () => {
    const averages = { tokens: [' a', ' b'], average_activations: [2, -1] };
    const byActivation = decode('tokensByActivation', averages);
    assert.deepEqual(byActivation.problems, []);
    assert.ok(byActivation.decoded.kind === 'tokensByActivation');
    assert.deepEqual(byActivation.decoded.value.averageActivations, [2, -1]);
    const byWeight = decode('tokensByWeight', tokenWeights());
    assert.deepEqual(byWeight.problems, []);
    assert.ok(byWeight.decoded.kind === 'tokensByWeight');
    assert.deepEqual(byWeight.decoded.value.outputNegative.strengths, [0.5]);
  });

  it('holds its connections, and null for a side that there is not', () => {
    const { decoded, problems } = decode('connections', { c_fc: null, c_proj: connected() });
    assert.deepEqual(problems, []);
    assert.ok(decoded.kind === 'connections');
    assert.equal(decoded.value.cFc, null);
    assert.deepEqual(decoded.value.cProj?.topPositiveNeurons, ['0_1', '0_2']);
  });

  it('may be pretty-printed, and have what Python writes', () => {
    const pretty = JSON.stringify(neuronRecord(), null, 2).replace('"mean": 0.1', '"mean": NaN');
    assert.deepEqual(decode('records', pretty).problems, []);
  });

  it('is shown as far as it is good, with what is wrong', () => {
    const raw = neuronRecord({
      random_sample: [record({ activations: [1, 'x'] }), record({ tokens: 5 }), record()],
      random_sample_by_quantile: [[record({ tokens: null }), record()], []],
      mean: 'high',
      most_positive_activation_records: [record({ activations: [1] }), record()],
      extra: 1,
    });
    const { decoded, problems } = decode('records', raw);
    assert.deepEqual(problems.toSorted(), [
      'error random_sample.1.tokens',
      'error random_sample_by_quantile.0.0.tokens',
      'info extra',
      'warning mean',
      'warning most_positive_activation_records',
      'warning random_sample.0.activations.1',
    ]);
    assert.ok(decoded.kind === 'records');
    const { value } = decoded;
    assert.deepEqual(
      value.randomSample.map(({ activations }) => activations),
      [
        [1, NaN],
        [0.5, -0.1],
      ],
    );
    assert.deepEqual(
      value.randomSampleByQuantile?.map((list) => list.length),
      [1, 0],
    );
    assert.ok(Number.isNaN(value.mean));
  });

  it('keeps the other parts where one is missing or is nothing of the kind', () => {
    const byWeight = decode('tokensByWeight', tokenWeights({ input_positive: undefined }));
    assert.deepEqual(byWeight.problems, ['warning input_positive']);
    const quantiles = decode('records', neuronRecord({ random_sample_by_quantile: [7, []] }));
    assert.deepEqual(quantiles.problems, ['warning random_sample_by_quantile.0']);
    const sides = decode('connections', { c_fc: 'none', c_proj: connected() });
    assert.deepEqual(sides.problems, ['warning c_fc']);
  });

  it('says where lists that belong together are not of one length', () => {
    const averages = { tokens: [' a', ' b'], average_activations: [2] };
    assert.deepEqual(decode('tokensByActivation', averages).problems, [
      'warning average_activations',
    ]);
    const lacking = connected({ top_positive_weights: [1] });
    assert.deepEqual(decode('connections', { c_fc: lacking, c_proj: null }).problems, [
      'warning c_fc.top_positive_weights',
    ]);
    const uneven = tokenWeights({ output_positive: weights({ strengths: [] }) });
    assert.deepEqual(decode('tokensByWeight', uneven).problems, [
      'warning output_positive.strengths',
    ]);
  });

  for (const kind of siblingKinds) {
    it(`is refused where it is something else: ${kind}`, () => {
      for (const text of ['', '[]', '7', '{}', '{"a": 1}', '{"tokens": 1', 'null']) {
        assert.throws(() => decode(kind, text), FormatError, text);
      }
    });
  }

  it('is refused where its tokens are none', () => {
    const reason = /expected a list of tokens, found a string/;
    assert.throws(() => decode('tokensByActivation', { tokens: 'a' }), reason);
  });

  it('is looked for by the names of the neuron’s folder and file', async () => {
    const paths = siblingPaths(memorySource({}), '/run/explanations', '007', '12.jsonl');
    assert.deepEqual(
      paths.map(({ kind, shown }) => [kind, shown]),
      [
        ['records', 'collated-activations/007/12.json'],
        ['records', 'neurons/007/12.json'],
        ['tokensByActivation', 'related-tokens/activation-based/007/12.json'],
        ['tokensByWeight', 'related-tokens/weight-based/007/12.json'],
        ['connections', 'related-neurons/weight-based/007/12.json'],
      ],
    );
    const [, , , , { path } = { path: '' }] = paths;
    const source = memorySource({ [path]: JSON.stringify({ c_fc: null, c_proj: null }) });
    assert.equal((await readSibling(source, { kind: 'connections', path }))?.kind, 'connections');
    assert.equal(await readSibling(source, { kind: 'connections', path: '/none' }), undefined);
    const broken = memorySource({ '/x': new FileError('/x', 'permission denied') });
    await assert.rejects(readSibling(broken, { kind: 'records', path: '/x' }), FileError);
  });

  it('is read without a problem wherever there is one (needs shared/data)', function () {
    const data = sharedOrSkip(this, 'data');
    for (const kind of siblingKinds) {
      const files = siblingFolders[kind].flatMap((folder) =>
        globSync(join(data, '*', ...folder, '*', '*.json')),
      );
      assert.ok(files.length >= 24, `${kind}: ${files.length}`);
      for (const file of files) {
        assert.deepEqual(decodeSibling(kind, readFileSync(file)).problems, [], file);
      }
    }
  });
});

describe('quantileRanges', () => {
  const ends = [
    [null, 0.2],
    [0.2, 3],
    [3, null],
  ];
  const rangesOf = (boundaries: readonly unknown[] | null) =>
    quantileRanges(boundaries, 3).map(({ from, to }) => [from, to]);

  it('understands all boundaries, those between, and those above', () => {
    assert.deepEqual(rangesOf([null, 0.2, 3, null]), ends);
    assert.deepEqual(rangesOf([0.2, 3]), ends);
    assert.deepEqual(rangesOf([0.2, 3, 5]), [
      [null, 0.2],
      [0.2, 3],
      [3, 5],
    ]);
  });

  it('says nothing where it cannot tell', () => {
    for (const boundaries of [null, [], [1], [1, 2, 3, 4, 5]]) {
      assert.deepEqual(rangesOf(boundaries), [
        [null, null],
        [null, null],
        [null, null],
      ]);
    }
    assert.deepEqual(rangesOf([null, 'x', NaN, 7])[2], [null, 7]);
  });
});

describe('parseConnectedName', () => {
  it('reads layer and neuron, and nothing else', () => {
    assert.deepEqual(parseConnectedName('0_2602'), { layer: 0, neuron: 2602 });
    for (const name of ['', '5', '5_', '_5', '5:1', '../1_2', '1_2/..', ' 1_2', '-1_2', '1_2_3']) {
      assert.equal(parseConnectedName(name), undefined, name);
    }
  });
});

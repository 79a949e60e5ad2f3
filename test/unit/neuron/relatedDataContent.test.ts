import assert from 'node:assert/strict';
import { decodeSibling } from '../../../src/format/siblingFile.ts';
import type { SiblingKind } from '../../../src/format/siblingPaths.ts';
import { relatedData } from '../../../src/neuron/host/relatedDataContent.ts';

function dataOf(kind: SiblingKind, raw: unknown) {
  const decoded = decodeSibling(kind, new TextEncoder().encode(JSON.stringify(raw)));
  return relatedData(decoded, 'folder/5/131.json', ({ layer, neuron }) =>
    layer === 0 && neuron < 10 ? { explanation: neuron === 1 ? ' ships' : null } : undefined,
  );
}

const record = (activations: readonly (number | null)[]) => ({ tokens: [' a', ' b'], activations });
const records = (changes = {}) => ({
  neuron_id: { layer_index: 5, neuron_index: 131 },
  random_sample: [record([0, 1])],
  random_sample_by_quantile: [[record([-1, 0])], [], [record([2, 9])]],
  quantile_boundaries: [null, 0, 2, null],
  mean: 0.5,
  most_positive_activation_records: [record([9, null])],
  ...changes,
});

describe('what lies beside a neuron, for the page', () => {
  it('has the records by sample, the highest first, and those without any left out', () => {
    const data = dataOf('records', records());
    assert.ok(data.kind === 'records');
    assert.deepEqual(
      data.groups.map(({ sample, quantile, records: { length } }) => [sample, quantile, length]),
      [
        ['top', null, 1],
        ['quantile', { from: 2, to: null, index: 2, of: 3 }, 1],
        ['quantile', { from: null, to: 0, index: 0, of: 3 }, 1],
        ['random', null, 1],
      ],
    );
    assert.deepEqual(data.extent, { min: -1, max: 9 });
    assert.deepEqual(data.groups[0]?.records[0]?.actual, Float64Array.of(9, NaN));
  });

  it('has the moments, null where the file has none', () => {
    const data = dataOf('records', records({ variance: null }));
    assert.ok(data.kind === 'records');
    assert.deepEqual(data.moments, { mean: 0.5, variance: null, skewness: null, kurtosis: null });
  });

  it('has as many activations as tokens', () => {
    const uneven = [record([1]), record([1, 2, 3])];
    const data = dataOf('records', records({ random_sample: uneven }));
    assert.ok(data.kind === 'records');
    assert.deepEqual(
      data.groups.at(-1)?.records.map(({ actual }) => [...actual]),
      [
        [1, NaN],
        [1, 2],
      ],
    );
    assert.equal(data.problems.length, 1);
  });

  it('has tokens with their values, null where there is none', () => {
    const data = dataOf('tokensByActivation', { tokens: ['a', 'b'], average_activations: [1] });
    assert.ok(data.kind === 'tokensByActivation');
    assert.deepEqual(data.tokens, [
      { token: 'a', value: 1 },
      { token: 'b', value: null },
    ]);
  });

  it('has a place only for connected neurons that the directory has', () => {
    const side = {
      top_positive_neurons: ['0_1', '0_2', '0_99', '../../etc'],
      top_positive_weights: [4, 3, 2, 1],
      top_negative_neurons: [],
      top_negative_weights: [],
    };
    const data = dataOf('connections', { c_fc: side, c_proj: null });
    assert.ok(data.kind === 'connections');
    assert.equal(data.downstream, null);
    assert.deepEqual(data.upstream?.positive, [
      { title: '0:1', weight: 4, place: { layer: 0, neuron: 1 }, explanation: ' ships' },
      { title: '0:2', weight: 3, place: { layer: 0, neuron: 2 }, explanation: null },
      { title: '0:99', weight: 2, place: null, explanation: null },
      { title: '../../etc', weight: 1, place: null, explanation: null },
    ]);
  });
});

import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { decodeSibling } from '../../../src/format/siblingFile.ts';
import type { NeuronRecord } from '../../../src/format/schema.ts';
import { activationsMessage } from '../../../src/neuron/host/activations.ts';
import { neuronText } from '../catalog/support/neuronText.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const { neuron } = decodeNeuronFile(
  bytes(neuronText('5:131', [{ sequences: [{}, { actual: [4, 5, 6] }] }])),
  { layer: 5, neuron: 131 },
);
const unit = explainedUnit(neuron);
const tokens = unit.explanations[0]!.sequences.flatMap(({ actual }) => actual);

function recordOf(json: unknown): NeuronRecord {
  const read = decodeSibling('records', bytes(JSON.stringify(json)));
  assert.ok(read.kind === 'records');
  return read.value;
}

const records = (...lists: number[][]) =>
  lists.map((activations) => ({ tokens: activations.map(String), activations }));

describe('the distribution of activations', () => {
  it('is that of the explanation’s sequences without an activation record', () => {
    const message = activationsMessage(unit, 0, null);
    assert.equal(message?.source, 'sequences');
    assert.equal(message.total, tokens.length);
    assert.equal(message.maxima.length, message.texts);
  });

  it('is that of all samples of the activation record', () => {
    const record = recordOf({
      most_positive_activation_records: records([50, 1]),
      random_sample: records([0, 0, 0]),
      random_sample_by_quantile: [records([1]), records([2], [3])],
    });
    const message = activationsMessage(unit, 0, record);
    assert.deepEqual([message?.source, message?.texts, message?.total], ['records', 5, 8]);
    assert.equal(message?.max, 50);
    assert.equal(message?.maxima.length, unit.explanations[0]!.sequences.length);
  });

  it('is that of the sequences if the record is empty; none of an unknown explanation', () => {
    const empty = recordOf({ random_sample: [] });
    assert.equal(activationsMessage(unit, 0, empty)?.source, 'sequences');
    assert.equal(activationsMessage(unit, 7, null), null);
  });
});

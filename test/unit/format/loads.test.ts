import assert from 'node:assert/strict';
import { FormatError } from '../../../src/format/errors.ts';
import { dataclasses, loads } from '../../../src/format/loads.ts';
import * as raw from './rawNeuron.ts';

const id = { layer_index: 1, neuron_index: 2 };
const decodedId = { dataclassName: 'NeuronId', layerIndex: 1, neuronIndex: 2 };

const decode = (value: unknown) => loads(JSON.stringify(value));
const decodeStrictly = (value: unknown) => loads(JSON.stringify(value), { strict: true });

function reasonOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof FormatError, String(error));
    return error.reason;
  }
  return assert.fail('it was decoded');
}

describe('loads, by dataclass name', () => {
  it('makes an instance, wherever the name is', () => {
    assert.deepEqual(decode({ ...id, dataclass_name: 'NeuronId' }), decodedId);
    assert.deepEqual(decode({ dataclass_name: 'NeuronId', ...id }), decodedId);
    assert.deepEqual(decodeStrictly({ dataclass_name: 'NeuronId', ...id }), decodedId);
  });

  it('gives missing optional fields their defaults', () => {
    assert.deepEqual(
      decode({ scored_sequence_simulations: [], dataclass_name: 'ScoredSimulation' }),
      {
        dataclassName: 'ScoredSimulation',
        scoredSequenceSimulations: [],
        evCorrelationScore: null,
        rsquaredScore: null,
        absoluteDevExplainedScore: null,
      },
    );
    assert.deepEqual(decode({ neuron_id: id, dataclass_name: 'NeuronRecord' }), {
      dataclassName: 'NeuronRecord',
      neuronId: decodedId,
      randomSample: [],
      randomSampleByQuantile: null,
      quantileBoundaries: null,
      mean: NaN,
      variance: NaN,
      skewness: NaN,
      kurtosis: NaN,
      mostPositiveActivationRecords: [],
    });
  });

  it('gives each its own default list', () => {
    const record = { neuron_id: id, dataclass_name: 'NeuronRecord' };
    const [a, b] = decode([record, record]) as { randomSample: unknown[] }[];
    assert.notEqual(a!.randomSample, b!.randomSample);
  });

  it('refuses a missing required field, and names it', () => {
    assert.equal(
      reasonOf(() => decode({ tokens: ['a'], dataclass_name: 'ActivationRecord' })),
      'ActivationRecord lacks the field "activations"',
    );
    assert.equal(
      reasonOf(() => decode({ dataclass_name: 'NeuronId' })),
      'NeuronId lacks the field "layer_index", "neuron_index"',
    );
  });

  it('refuses an unknown field, and names it', () => {
    assert.equal(
      reasonOf(() => decode({ ...id, colour: 'red', __x: 1, dataclass_name: 'NeuronId' })),
      'NeuronId has no field "colour", "__x"',
    );
    const proto = '{"layer_index":1,"neuron_index":2,"__proto__":3,"dataclass_name":"NeuronId"}';
    assert.match(
      reasonOf(() => loads(proto)),
      /has no field "__proto__"/,
    );
  });

  it('does not check the types of values', () => {
    const odd = { layer_index: 'one', neuron_index: [null, { x: true }] };
    assert.deepEqual(decode({ ...odd, dataclass_name: 'NeuronId' }), {
      dataclassName: 'NeuronId',
      layerIndex: 'one',
      neuronIndex: [null, { x: true }],
    });
  });

  it('reads names and fields of the second generation', () => {
    assert.deepEqual(decode(raw.secondGeneration(raw.neuron())), decode(raw.neuron()));
    assert.deepEqual(decode({ idx: 2, layer: 1, dataclass_name: 'NeuronId' }), decodedId);
  });

  it('decodes explanations of attention heads, of both generations', () => {
    const explanations = {
      scored_explanations: [
        {
          explanation: ' names',
          scored_attention_simulation: {
            attention_simulations: [
              {
                tokens: [' a'],
                token_pair_coords: [0, 0],
                token_pair_label: 1,
                simulation_prediction: 0.5,
              },
            ],
          },
        },
      ],
      dataclass_name: 'AttentionSimulationResults',
    };
    const expected = {
      dataclassName: 'AttentionSimulationResults',
      attentionHeadId: decodedId,
      scoredExplanations: [
        {
          dataclassName: 'ScoredAttentionExplanation',
          explanation: ' names',
          scoredAttentionSimulation: {
            dataclassName: 'ScoredAttentionSimulation',
            attentionSimulations: [
              {
                dataclassName: 'AttentionSimulation',
                tokens: [' a'],
                tokenPairCoords: [0, 0],
                tokenPairLabel: 1,
                simulationPrediction: 0.5,
              },
            ],
            rocAucScore: null,
          },
        },
      ],
    };
    assert.deepEqual(decode({ attention_head_id: id, ...explanations }), expected);
    assert.deepEqual(decode({ attention_id: id, ...explanations }), expected);
  });

  it('refuses a field with both of its names', () => {
    assert.equal(
      reasonOf(() => decode({ ...id, layer: 9, dataclass_name: 'NeuronId' })),
      'NeuronId has no field "layer"',
    );
  });
});

describe('loads, by an unknown dataclass name', () => {
  const future = { x: 1, dataclass_name: 'FutureThing' };

  it('gives a plain object without the name', () => {
    assert.deepEqual(decode(future), { x: 1 });
    assert.deepEqual(decode({ ...id, dataclass_name: 'FutureThing' }), id);
    for (const name of [null, 5, 'toString', '__proto__']) {
      assert.deepEqual(decode({ x: 1, dataclass_name: name }), { x: 1 });
    }
  });

  it('is an error in strict mode, at any depth', () => {
    assert.equal(
      reasonOf(() => decodeStrictly(future)),
      'no dataclass is named "FutureThing"',
    );
    reasonOf(() => decodeStrictly([{ zig: [future] }]));
  });

  it('finds the class by its fields if the object is inside another one', () => {
    const inner = { ...id, dataclass_name: 'FutureThing' };
    assert.deepEqual(decode({ zig: inner }), { zig: decodedId });
    assert.deepEqual(decode({ zig: [[inner]], dataclass_name: 'X' }), { zig: [[decodedId]] });
    assert.deepEqual(
      decode({
        neuron_id: inner,
        scored_explanations: [],
        dataclass_name: 'NeuronSimulationResults',
      }),
      {
        dataclassName: 'NeuronSimulationResults',
        neuronId: decodedId,
        scoredExplanations: [],
      },
    );
  });

  it('does not if only lists are around it', () => {
    const inner = { ...id, dataclass_name: 'FutureThing' };
    assert.deepEqual(decode([[inner]]), [[id]]);
  });

  it('may then lack a field', () => {
    const inner = { tokens: [], dataclass_name: 'FutureThing' };
    assert.deepEqual(decode(inner), { tokens: [] });
    assert.match(
      reasonOf(() => decode({ zig: inner })),
      /ActivationRecord lacks the field "activations"/,
    );
  });
});

describe('loads, without a dataclass name', () => {
  it('uses the class with exactly these fields', () => {
    assert.deepEqual(decode(id), decodedId);
    assert.deepEqual(decode({ neuron_index: 2, layer_index: 1 }), decodedId);
    assert.deepEqual(decode([{ zig: id }]), [{ zig: decodedId }]);
  });

  it('prefers it to an earlier class that has them among others', () => {
    const results = decode({ neuron_id: id, scored_explanations: [] });
    assert.equal((results as { dataclassName: string }).dataclassName, 'NeuronSimulationResults');
    const tokens = decode({ tokens: [], activations: [] });
    assert.equal((tokens as { dataclassName: string }).dataclassName, 'ActivationRecord');
  });

  it('is unique: no class has all fields of another', () => {
    for (const a of dataclasses) {
      for (const b of dataclasses) {
        const hasAll = Object.keys(b.shape).every((field) => Object.hasOwn(a.shape, field));
        assert.equal(hasAll, a === b, `${a.name}, ${b.name}`);
      }
    }
  });

  it('else uses the first class that has them among others', () => {
    const record = decode({ neuron_id: id }) as { dataclassName: string };
    assert.equal(record.dataclassName, 'NeuronRecord');
    const simulation = decode({ scored_sequence_simulations: [] }) as { dataclassName: string };
    assert.equal(simulation.dataclassName, 'ScoredSimulation');
    assert.match(
      reasonOf(() => decode({ rsquared_score: 1 })),
      /^ScoredSequenceSimulation lacks/,
    );
  });

  it('else gives a plain object with the same keys', () => {
    assert.deepEqual(decode({}), {});
    assert.deepEqual(decode({ zig_zag: 1, ...id }), { zig_zag: 1, ...id });
    const proto = loads('{"__proto__":1,"zig":2}') as object;
    assert.deepEqual(Object.keys(proto), ['__proto__', 'zig']);
  });

  it('always gives a plain object in strict mode', () => {
    assert.deepEqual(decodeStrictly({ zig: id }), { zig: id });
  });

  it('reads sequence_simulation of the second generation, and no other old name', () => {
    const sequence = raw.sequence({ dataclass_name: undefined });
    const { simulation, ...others } = sequence;
    const renamed = decode({ sequence_simulation: simulation, ...others });
    assert.deepEqual(renamed, decode(sequence));
    assert.deepEqual(decode({ layer: 1, idx: 2 }), { layer: 1, idx: 2 });
    const both = { ...sequence, sequence_simulation: null, simulation: null };
    assert.equal((decode(both) as { dataclassName?: string }).dataclassName, undefined);
  });

  it('returns other values unchanged', () => {
    for (const value of [null, true, 5, 'text', [], [1, [null]]]) {
      assert.deepEqual(decode(value), value);
    }
    assert.equal(loads('NaN'), NaN);
  });
});

describe('loads, on faulty text', () => {
  it('reports the position', () => {
    assert.match(
      reasonOf(() => loads('{"a":}')),
      /line 1, column 6/,
    );
    reasonOf(() => loads(''));
  });

  it('shortens long names', () => {
    const long = 'x'.repeat(10_000);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, i]));
    for (const run of [
      () => decodeStrictly({ dataclass_name: long }),
      () => decode({ ...id, [long]: 1, dataclass_name: 'NeuronId' }),
      () => decode({ ...many, ...id, dataclass_name: 'NeuronId' }),
    ]) {
      assert.ok(reasonOf(run).length < 200);
    }
  });
});

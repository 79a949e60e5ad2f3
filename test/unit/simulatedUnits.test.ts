import assert from 'node:assert/strict';
import { join } from 'node:path';
import { localFileSource } from '../../src/files/localFileSource.ts';
import { decodeNeuron } from '../../src/format/decode.ts';
import { readNeuronFile } from '../../src/format/neuronFile.ts';
import { parsePythonJson } from '../../src/format/pythonJson.ts';
import { simulatedUnits } from '../../src/format/simulatedUnits.ts';
import { neuronText, type SequenceParts } from './catalog/support/neuronText.ts';

const units = (...sequences: SequenceParts[]) => {
  const raw = parsePythonJson(neuronText('5:131', [{ sequences }]));
  return simulatedUnits(decodeNeuron(raw).neuron.scoredExplanations[0]!);
};

/** What the simulator says of each token: whole numbers from 0 to 10. */
const steps = [
  [0, 1, 2],
  [10, 9],
  [3, 0],
];
const normalized = 'simulated_normalized_activations';

describe('the units of simulated values', () => {
  it('are what the file says', () => {
    assert.equal(units({ scale: 'neuron_activations' }), 'neuron');
    assert.equal(units({ scale: normalized }), 'normalized');
    assert.equal(units({ scale: 'human_predicted_activations' }), 'normalized');
  });

  it('are the simulator’s if any sequence says so', () => {
    assert.equal(units({ scale: 'neuron_activations' }, { scale: normalized }), 'normalized');
  });

  it('are the simulator’s if the distributions are, whatever the file says', () => {
    assert.equal(units({ values: steps }), 'normalized');
    assert.equal(units({ values: steps }, { values: steps }), 'normalized');
    // Tokens that were skipped say nothing, nor does a single value.
    assert.equal(units({ values: [[0, 1, 2], [0.5], [10, 9]] }), 'normalized');
    assert.equal(units({ values: [[], [0, 10], []] }), 'normalized');
  });

  it('are the neuron’s if a distribution is not of whole numbers from 0 to 10', () => {
    assert.equal(units({ values: [[0, 1], [3], [0, 0.5]] }), 'neuron');
    assert.equal(
      units({
        values: [
          [0, 1],
          [0, 11],
          [1, 2],
        ],
      }),
      'neuron',
    );
    assert.equal(
      units({
        values: [
          [0, -1],
          [0, 1],
          [1, 2],
        ],
      }),
      'neuron',
    );
    assert.equal(units({ values: steps }, { values: [[0.5, 1.5], [], []] }), 'neuron');
  });

  it('are the neuron’s if the simulation is calibrated, even to whole numbers', () => {
    const uncalibrated = { scale: normalized, values: steps };
    assert.equal(units({ values: steps, uncalibrated }), 'neuron');
  });

  it('are the neuron’s for a dead neuron, whose calibrated values are all 0', () => {
    const zeros = [
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    const uncalibrated = { scale: normalized, values: steps };
    const dead = { actual: [0, 0, 0], simulated: [0, 0, 0], values: zeros };
    assert.equal(units({ ...dead, uncalibrated }), 'neuron');
    assert.equal(units(dead), 'neuron');
  });

  it('are what the file says where the distributions say nothing', () => {
    assert.equal(units({ values: [] }), 'neuron');
    assert.equal(units({ values: [[], [], []] }), 'neuron');
    assert.equal(units({ values: [[3], [0], [10]] }), 'neuron');
    assert.equal(units(), 'neuron');
  });

  const samples: [string, string][] = [
    ['0/3552', 'neuron'],
    ['0/1377', 'normalized'],
    ['47/131', 'neuron'],
  ];
  for (const [name, expected] of samples) {
    it(`are the ${expected}’s in the sample ${name}`, async () => {
      const [layer, neuron] = name.split('/').map(Number);
      const path = join(import.meta.dirname, `../../samples/explanations/${name}.jsonl`);
      const file = await readNeuronFile(localFileSource, path, { layer: layer!, neuron: neuron! });
      for (const scored of file.neuron.scoredExplanations) {
        assert.equal(simulatedUnits(scored), expected);
      }
    });
  }
});

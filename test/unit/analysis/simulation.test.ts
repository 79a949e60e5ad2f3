import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { join } from 'node:path';
import { simulationOf } from '../../../src/analysis/simulation.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { readNeuronFile } from '../../../src/format/neuronFile.ts';
import { parsePythonJson } from '../../../src/format/pythonJson.ts';
import { neuronText, type SequenceParts } from '../catalog/support/neuronText.ts';

function explanationsOf(...explanations: (readonly SequenceParts[])[]) {
  const text = neuronText(
    '5:131',
    explanations.map((sequences) => ({ sequences })),
  );
  const { neuron } = decodeNeuron(parsePythonJson(text));
  return explainedUnit(neuron).explanations.map(simulationOf);
}

const of = (...sequences: SequenceParts[]) => explanationsOf(sequences)[0]!;
const units = (...sequences: SequenceParts[]) => of(...sequences).units;
/** Units, what tells them, and how many simulations there are. */
const told = (...sequences: SequenceParts[]) => {
  const { units, why, uncalibrated } = of(...sequences);
  return [units, why, uncalibrated ? 2 : 1];
};

/** What the simulator says of each token: whole numbers from 0 to 10. */
const steps = [
  [0, 1, 2],
  [10, 9],
  [3, 0],
];
const normalized = 'simulated_normalized_activations';

/** A simulation in the neuron's units, without distributions, that nests another simulation. */
function nesting(
  outer: readonly unknown[],
  nested: readonly unknown[],
  more: SequenceParts = {},
): SequenceParts {
  const tokens = outer.map((_, i) => ` t${i}`);
  const none = { values: [], probabilities: [] };
  return {
    tokens,
    actual: outer.map((_, i) => i / 2),
    simulated: outer,
    ...none,
    uncalibrated: { scale: normalized, simulated: nested, ...none },
    ...more,
  };
}

const logProbs = [0.1, 3.96, 1.9600000000000002, 0.9600000000000001];
const rounded = (decimals: number) => logProbs.map((value) => Number(value.toFixed(decimals)));

describe('the units of simulated values', () => {
  it('are as in the file', () => {
    assert.equal(units({ scale: 'neuron_activations' }), 'neuron');
    assert.equal(units({ scale: normalized }), 'normalized');
    assert.equal(units({ scale: 'human_predicted_activations' }), 'normalized');
  });

  it('are the simulator’s if any sequence says so', () => {
    assert.equal(units({ scale: 'neuron_activations' }, { scale: normalized }), 'normalized');
  });

  it('are as in the file if the distributions do not show them', () => {
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
      const path = join(import.meta.dirname, `../../../samples/explanations/${name}.jsonl`);
      const file = await readNeuronFile(localFileSource, path, { layer: layer!, neuron: neuron! });
      for (const explanation of explainedUnit(file.neuron).explanations)
        assert.equal(simulationOf(explanation).units, expected);
    });
  }
});

describe('a simulation with distributions of whole numbers from 0 to 10', () => {
  it('is on 0–10, whatever the file says', () => {
    assert.deepEqual(told({ values: steps }), ['normalized', 'steps', 1]);
    assert.equal(units({ values: steps }, { values: steps }), 'normalized');
    // Tokens that were skipped say nothing, nor does a single value.
    assert.equal(units({ values: [[0, 1, 2], [0.5], [10, 9]] }), 'normalized');
    assert.equal(units({ values: [[], [0, 10], []] }), 'normalized');
  });

  it('is in the neuron’s units if one distribution is of other numbers', () => {
    for (const row of [
      [0, 0.5],
      [0, 11],
      [0, -1],
    ])
      assert.equal(units({ values: [[0, 1], row, [1, 2]] }), 'neuron');
    assert.equal(units({ values: steps }, { values: [[0.5, 1.5], [], []] }), 'neuron');
  });

  it('is in the neuron’s units if it was calibrated, even to whole numbers', () => {
    const uncalibrated = { scale: normalized, values: steps, simulated: [0, 2, 6] };
    assert.deepEqual(told({ values: steps, uncalibrated }), ['neuron', 'file', 2]);
  });

  it('is in the neuron’s units for a dead neuron, whose calibrated values are all 0', () => {
    const zeros = [
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    const dead = { actual: [0, 0, 0], simulated: [0, 0, 0], values: zeros };
    const uncalibrated = { scale: normalized, values: steps };
    assert.deepEqual(told({ ...dead, uncalibrated }), ['neuron', 'file', 2]);
    assert.equal(units(dead), 'neuron');
  });
});

describe('a simulation that equals the one nested in it', () => {
  const copy = nesting(logProbs, logProbs);

  it('is one simulation, on 0–10', () => {
    assert.deepEqual(told(copy), ['normalized', 'copy', 1]);
    assert.deepEqual(told(copy, nesting([0.1, 0.1], [0.1, 0.1])), ['normalized', 'copy', 1]);
    // The simulator for chat models says whole numbers, and no distributions.
    assert.deepEqual(told(nesting([0, 4, 2], [0, 4, 2])), ['normalized', 'copy', 1]);
  });

  it('is one simulation if the file says that it is on 0–10', () => {
    assert.deepEqual(told({ ...copy, scale: normalized }), ['normalized', 'file', 1]);
  });

  it('is so if either of the two was rounded', () => {
    for (const decimals of [0, 1, 2, 4]) {
      const outer = told(nesting(rounded(decimals), logProbs));
      assert.deepEqual(outer, ['normalized', 'copy', 1], `outer ${decimals}`);
    }
    for (const decimals of [1, 2, 4]) {
      const nested = told(nesting(logProbs, rounded(decimals)));
      assert.deepEqual(nested, ['normalized', 'copy', 1], `nested ${decimals}`);
    }
    assert.equal(units(nesting(rounded(2), rounded(4))), 'normalized');
    assert.equal(units(nesting(logProbs.map(Math.fround), logProbs)), 'normalized');
  });

  it('is so by the precision of all of its values, not of each', () => {
    // 4.0 is no rounding of 3.96 where the others have two decimals.
    assert.equal(units(nesting([0.1, 4, 1.96], [0.1, 3.96, 1.9612])), 'neuron');
    assert.equal(units(nesting([0.1, 4, 2], [0.1, 3.96, 1.9612])), 'normalized');
  });

  it('is so with missing values in either', () => {
    const missing = nesting([null, 3.96, NaN, 0.96], [0.1, 3.96, 1.96, null]);
    assert.deepEqual(told(missing), ['normalized', 'copy', 1]);
    assert.equal(units(nesting([0.1, 3.96], [0.1])), 'normalized');
    assert.equal(units(copy, { ...copy, uncalibrated: undefined! }), 'normalized');
  });

  it('is so for an identity as calibration, which equals a copy', () => {
    assert.equal(units(nesting([0, 2.5, 10], [0, 2.5, 10])), 'normalized');
  });

  it('is one simulation in the file’s units if its values are not on 0–10', () => {
    for (const off of [10.5, -0.2])
      assert.deepEqual(told(nesting([0.1, off], [0.1, off])), ['neuron', 'file', 1]);
  });
});

describe('a simulation that differs from the one nested in it', () => {
  it('was calibrated, and there are two', () => {
    const calibrated = logProbs.map((value) => 0.4 * value - 0.1);
    assert.deepEqual(told(nesting(calibrated, logProbs)), ['neuron', 'file', 2]);
  });

  it('was calibrated if it differs by little', () => {
    for (const slope of [0.99, 1.01])
      assert.equal(
        units(
          nesting(
            logProbs.map((value) => Number((slope * value).toFixed(4))),
            rounded(4),
          ),
        ),
        'neuron',
      );
  });

  it('was calibrated if it differs in one token of one sequence', () => {
    const zeros = nesting([0, 0, 0], [0, 0, 0]);
    assert.deepEqual(told(zeros, nesting([0, 0.5], [0, 2]), zeros), ['neuron', 'file', 2]);
    assert.equal(units(nesting([0.1, 3.96], [0.1, 3.96]), nesting([0.1], [0.2])), 'neuron');
  });

  it('was calibrated if whole numbers became small ones', () => {
    assert.equal(units(nesting([0.03, 0.03, 0.41, 0.41], [0, 0, 0, 0])), 'neuron');
    assert.equal(units(nesting([0.1, 0.7, 1.8], [0, 1, 2])), 'neuron');
    assert.equal(units(nesting([0.0312, 0.0312, 0.0523], [0, 0, 0.1])), 'neuron');
  });

  it('was calibrated if it is 0 for a dead neuron', () => {
    assert.deepEqual(told(nesting([0, 0, 0], [0.1, 0.4, 0.1])), ['neuron', 'file', 2]);
  });

  it('is another one if nothing can be compared', () => {
    assert.deepEqual(told(nesting([0.1, 3.96], [])), ['neuron', 'file', 2]);
    assert.deepEqual(told(nesting([null, null], [0.1, 3.96])), ['neuron', 'file', 2]);
  });
});

describe('a simulation of zeros with one of zeros nested in it', () => {
  const zeros = nesting([0, 0, 0], [0, 0, 0]);

  it('is one simulation, in the units that the file says', () => {
    assert.deepEqual(told(zeros), ['neuron', 'file', 1]);
    assert.deepEqual(told({ ...zeros, scale: normalized }), ['normalized', 'file', 1]);
  });

  it('is on 0–10 if its distributions show it', () => {
    assert.deepEqual(told({ ...zeros, values: steps }), ['normalized', 'steps', 1]);
  });

  it('is ignored beside sequences that show the units', () => {
    assert.deepEqual(told(zeros, nesting(logProbs, logProbs)), ['normalized', 'copy', 1]);
  });
});

describe('the units of a file’s explanations', () => {
  it('are found for each by its own values', () => {
    const zeros = nesting([0, 0], [0, 0]);
    const all = explanationsOf(
      [nesting(logProbs, logProbs)],
      [nesting([0.2, 1.5], logProbs.slice(0, 2))],
      [zeros],
      [{ scale: normalized }],
      [],
    );
    assert.deepEqual(
      all.map((each) => [each.units, each.why]),
      [
        ['normalized', 'copy'],
        ['neuron', 'file'],
        ['neuron', 'file'],
        ['normalized', 'file'],
        ['neuron', 'file'],
      ],
    );
  });
});

describe('the map to the neuron’s units', () => {
  const copy = nesting([0.1, 3.96], [0.1, 3.96]);

  it('is the identity for a simulation in these units', () => {
    const { toUnits } = of({ simulated: [0, 1, 2] });
    assert.deepEqual(toUnits, { by: 'own', map: { slope: 1, intercept: 0 } });
  });

  it('maps 10 to the largest actual activation of all sequences', () => {
    const { toUnits } = of({ ...copy, actual: [0, 2] }, { ...copy, actual: [5, Infinity] });
    assert.deepEqual(toUnits, { by: 'range', map: { slope: 0.5, intercept: 0 } });
  });

  it('does not exist if no actual activation is above 0', () => {
    for (const actual of [
      [-0.1, -0.02],
      [0, -1],
      [null, null],
    ])
      assert.deepEqual(of({ ...copy, actual }).toUnits, { by: 'none', map: null });
  });

  it('is the calibration for the uncalibrated simulation, or the range if that is not linear', () => {
    const linear = of(nesting([0, 1, 2], [1, 3, 5])).uncalibrated!;
    assert.deepEqual(linear.calibration, { slope: 0.5, intercept: -0.5 });
    assert.deepEqual(linear.toUnits, { by: 'calibration', map: linear.calibration });
    const curved = of(nesting([0, 1, 4], [1, 3, 5], { actual: [0, 0, 4] })).uncalibrated!;
    assert.deepEqual(curved, {
      calibration: null,
      toUnits: { by: 'range', map: { slope: 0.4, intercept: 0 } },
    });
  });
});

import assert from 'node:assert/strict';
import { identity } from '../../../src/analysis/calibration.ts';
import type { Extent } from '../../../src/analysis/points.ts';
import type { ExplanationScale, Mode } from '../../../src/tokens/contract.ts';
import { colourlessNotes, legendOf } from '../../../src/tokens/colour/legend.ts';
import { plainScheme } from '../../../src/tokens/colour/scheme.ts';
import { rulersOf, stepOf, steps } from '../../../src/tokens/colour/scale.ts';

function scale(
  actual: Extent | null,
  simulated: Extent | null,
  simulatedUnits: ExplanationScale['simulatedUnits'] = 'neuron',
): ExplanationScale {
  const difference = { by: 'own', map: identity, extent: null } as const;
  return { simulatedUnits, actual, simulated, difference, uncalibrated: null };
}

describe('stepOf', () => {
  it('gives zero no colour, and any other value at least the faintest step', () => {
    assert.equal(stepOf(0, 5), 0);
    assert.equal(stepOf(-0, 5), 0);
    assert.equal(stepOf(1e-12, 5), 1);
    assert.equal(stepOf(-Number.MIN_VALUE, 5), -1);
  });

  it('gives the largest magnitude the strongest step, and larger ones too', () => {
    assert.equal(stepOf(5, 5), steps);
    assert.equal(stepOf(-5, 5), -steps);
    assert.equal(stepOf(12, 10), steps);
    assert.equal(stepOf(Number.MAX_VALUE, Number.MAX_VALUE), steps);
  });

  it('gives equal strength equal steps, whatever the sign', () => {
    for (let value = 0; value <= 5; value += 0.01) {
      assert.equal(stepOf(-value, 5) + stepOf(value, 5), 0);
    }
  });

  it('increases with the value, through every step', () => {
    const seen = Array.from({ length: 1001 }, (_, i) => stepOf(i / 1000, 1));
    assert.deepEqual(
      [...new Set(seen)],
      Array.from({ length: steps + 1 }, (_, i) => i),
    );
  });

  it('colours nothing without a scale', () => {
    assert.equal(stepOf(3, 0), 0);
  });
});

describe('rulersOf', () => {
  it('shares one scale if the simulation is in the neuron’s units, by the largest magnitude', () => {
    const { actual, simulated, shared } = rulersOf(scale({ min: -7, max: 5 }, { min: 0, max: 3 }));
    assert.deepEqual([actual.full, simulated.full, shared], [7, 7, true]);
  });

  it('gives a simulation on 0-10 its own scale, full at 10', () => {
    const rulers = rulersOf(scale({ min: -0.2, max: 5 }, { min: 0, max: 4 }, 'normalized'));
    assert.deepEqual([rulers.actual.full, rulers.simulated.full, rulers.shared], [5, 10, false]);
  });

  it('does not colour zeros, constants or missing values', () => {
    const of = (extent: Extent | null) => rulersOf(scale(extent, { min: 0, max: 2 }));
    assert.equal(of({ min: 0, max: 0 }).actual.full, 0);
    assert.equal(of({ min: 3, max: 3 }).actual.full, 0);
    assert.equal(of(null).actual.full, 0);
    assert.equal(of(null).simulated.full, 2);
  });
});

const legendOfScale = (of: ExplanationScale, mode: Mode) => legendOf(plainScheme(of), mode);

describe('legendOf', () => {
  const negative = scale({ min: -0.17, max: 5.21 }, { min: 0, max: 3.49 });

  it('shows the smallest and largest value, and the steps between', () => {
    const [actual, simulated] = legendOfScale(negative, 'overlay');
    assert.deepEqual([actual?.low, actual?.high], ['−0.17', '5.21']);
    assert.deepEqual([actual?.steps[0], actual?.steps.at(-1)], [-1, steps]);
    assert.deepEqual([simulated?.low, simulated?.high], ['0', '3.49']);
    assert.deepEqual([simulated?.steps[0], simulated?.steps.at(-1)], [0, 11]);
    assert.equal(simulated?.note, 'same scale');
  });

  it('shows the quantities of the mode', () => {
    assert.deepEqual(
      legendOfScale(negative, 'actual').map((entry) => entry.quantity),
      ['actual'],
    );
    assert.deepEqual(
      legendOfScale(negative, 'simulated').map((entry) => entry.quantity),
      ['simulated'],
    );
  });

  it('shows the simulator’s whole scale, and says that it is separate', () => {
    const [, simulated] = legendOfScale(
      scale({ min: 0, max: 5 }, { min: 0.5, max: 4 }, 'normalized'),
      'overlay',
    );
    assert.deepEqual([simulated?.low, simulated?.high, simulated?.note], ['0', '10', 'own scale']);
    assert.equal(simulated?.steps.at(-1), steps);
    const [over] = legendOfScale(scale(null, { min: 0, max: 12 }, 'normalized'), 'simulated');
    assert.equal(over?.high, '≥ 10');
  });

  it('says which quantities have no colours, and why', () => {
    const dead = scale({ min: 0, max: 0 }, null);
    assert.deepEqual(
      legendOfScale(dead, 'overlay').map(({ steps: cells, note }) => [cells.length, note]),
      [
        [0, 'all 0'],
        [0, 'none'],
      ],
    );
    assert.deepEqual(colourlessNotes(dead), [
      'All actual activations are 0, so none is coloured.',
      'No simulated activations.',
    ]);
    assert.deepEqual(colourlessNotes(negative), []);
  });
});

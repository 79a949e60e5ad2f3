import assert from 'node:assert/strict';
import { identity } from '../../../src/analysis/calibration.ts';
import { findMisses } from '../../../src/analysis/misses.ts';
import { type Extent, pointsOf } from '../../../src/analysis/points.ts';
import type { DifferenceScale, ExplanationScale, Mode } from '../../../src/tokens/contract.ts';
import { colourlessNotes, legendOf } from '../../../src/tokens/colour/legend.ts';
import { judged } from '../analysis/support.ts';
import { plainScheme } from '../../../src/tokens/colour/scheme.ts';
import { rulersOf, rulerTo, stepOf, steps } from '../../../src/tokens/colour/scale.ts';

function scale(
  actual: Extent | null,
  simulated: Extent | null,
  simulatedUnits: ExplanationScale['simulatedUnits'] = 'neuron',
): ExplanationScale {
  const difference = { by: 'own', map: identity, extent: null } as const;
  return { simulatedUnits, actual, simulated, difference, uncalibrated: null };
}

describe('stepOf', () => {
  const to5 = { full: 5, quiet: 0.5 };

  it('gives values near zero no colour, and any other at least the faintest step', () => {
    for (const value of [0, -0, 1e-12, -Number.MIN_VALUE, 0.499, -0.499])
      assert.equal(Math.abs(stepOf(value, to5)), 0);
    assert.equal(stepOf(0.5, to5), 2);
    assert.equal(stepOf(-0.5, to5), -2);
    assert.equal(rulerTo(5).quiet, 0.5);
    assert.equal(stepOf(0.01, { full: 5, quiet: 0 }), 1);
  });

  it('gives the largest magnitude the strongest step, and larger ones too', () => {
    assert.equal(stepOf(5, to5), steps);
    assert.equal(stepOf(-5, to5), -steps);
    assert.equal(stepOf(12, rulerTo(10)), steps);
    assert.equal(stepOf(Number.MAX_VALUE, rulerTo(Number.MAX_VALUE)), steps);
  });

  it('gives equal strength equal steps, whatever the sign', () => {
    for (let value = 0; value <= 5; value += 0.01) {
      assert.equal(stepOf(-value, to5) + stepOf(value, to5), 0);
    }
  });

  it('increases with the value, through every step', () => {
    const seen = Array.from({ length: 1001 }, (_, i) => stepOf(i / 1000, { full: 1, quiet: 0 }));
    assert.deepEqual(
      [...new Set(seen)],
      Array.from({ length: steps + 1 }, (_, i) => i),
    );
  });

  it('colours nothing without a scale', () => {
    assert.equal(stepOf(3, rulerTo(0)), 0);
    assert.equal(stepOf(3, { full: 0, quiet: 0 }), 0);
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

describe('the ruler of differences', () => {
  const of = (by: DifferenceScale, simulated: Extent, units: 'neuron' | 'normalized') =>
    rulersOf({ ...scale({ min: -0.2, max: 5 }, simulated, units), difference: by });

  it('colours the tokens that are misses: a tenth of the largest activation', () => {
    const own: DifferenceScale = { by: 'own', map: identity, extent: { min: -2, max: 1 } };
    const { difference } = of(own, { min: 0, max: 8 }, 'neuron');
    assert.deepEqual([difference.full, difference.quiet], [2, 0.8]);
    assert.equal(stepOf(0.79, difference), 0);
    assert.equal(stepOf(-0.81, difference), -6);
  });

  it('compares with the simulation in the neuron’s units', () => {
    const range: DifferenceScale = {
      by: 'range',
      map: { slope: 0.5, intercept: 0 },
      extent: { min: -5, max: 5 },
    };
    assert.equal(of(range, { min: 0, max: 10 }, 'normalized').difference.quiet, 0.5);
    const map = { slope: 2, intercept: -1 };
    const calibrated: DifferenceScale = { ...range, by: 'calibration', map };
    const { difference } = of(calibrated, { min: 0, max: 10 }, 'normalized');
    assert.equal(difference.quiet.toFixed(6), '1.900000');
  });

  it('is as in the list of misses', () => {
    const [actual, simulated] = [
      [0, 1, 4, -0.2, 2],
      [0.39, 1.4, 4.1, 0.3, 1],
    ];
    const judgedOnes = [judged(actual, simulated)];
    const { list } = findMisses(pointsOf(judgedOnes).points, judgedOnes, identity, 10);
    const differences = simulated.map((value, i) => value - actual[i]!);
    const extent = { min: Math.min(...differences), max: Math.max(...differences) };
    const { difference } = rulersOf({
      ...scale({ min: -0.2, max: 4 }, { min: 0.3, max: 4.1 }),
      difference: { by: 'own', map: identity, extent },
    });
    const coloured = differences.flatMap((value, i) => (stepOf(value, difference) === 0 ? [] : i));
    assert.deepEqual(
      coloured,
      list.map(({ index }) => index).sort((a, b) => a - b),
    );
    assert.ok(coloured.length > 0 && coloured.length < differences.length);
  });
});

const legendOfScale = (of: ExplanationScale, mode: Mode) => legendOf(plainScheme(of), mode);

describe('legendOf', () => {
  const negative = scale({ min: -0.17, max: 5.21 }, { min: 0, max: 3.49 });

  it('shows the smallest and largest value, and the steps between', () => {
    const [actual, simulated] = legendOfScale(negative, 'overlay');
    assert.deepEqual([actual?.low, actual?.high], ['−0.17', '5.21']);
    assert.deepEqual([actual?.steps[0], actual?.steps.at(-1)], [0, steps], '−0.17 has no colour');
    assert.deepEqual([simulated?.low, simulated?.high], ['0', '3.49']);
    assert.deepEqual([simulated?.steps[0], simulated?.steps.at(-1)], [0, 11]);
    assert.equal(simulated?.note, 'same scale');
  });

  it('says below which difference there is no colour, and shows none there', () => {
    const own: DifferenceScale = { by: 'own', map: identity, extent: { min: -2, max: 0.3 } };
    const [entry] = legendOfScale({ ...negative, difference: own }, 'difference');
    assert.equal(entry?.note, 'own scale; uncoloured below 0.52');
    assert.deepEqual(
      entry?.steps.filter((step) => step !== 0),
      [-16, -15, -14, -13, -12, -11, -10, -9, -8, -7, -6, -5, -4],
    );
    assert.equal(entry?.steps.at(-1), 0, '0.3 has no colour');
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

import assert from 'node:assert/strict';
import { decodeNeuron } from '../../../src/format/decode.ts';
import type { ScoredSimulation } from '../../../src/format/schema.ts';
import {
  type ComputedScores,
  computeScores,
  scoreSequence,
  scoreSimulation,
} from '../../../src/format/scores.ts';
import * as raw from './rawNeuron.ts';

function assertScores(got: ComputedScores, expected: ComputedScores) {
  for (const key of ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const) {
    const isClose = Math.abs(got[key] - expected[key]) < 1e-12;
    assert.ok(
      isClose || Object.is(got[key], expected[key]),
      `${key}: ${got[key]}, not ${expected[key]}`,
    );
  }
}

const undefinedScores = { evCorrelation: NaN, rSquared: NaN, absoluteDevExplained: NaN };

describe('computeScores', () => {
  it('equals the definitions, computed by hand', () => {
    // Deviations from the means −1, 0, 1 and −1, 1, 0; errors 0, −1, 1; squares of r 1, 4, 9.
    assertScores(computeScores([1, 2, 3], [1, 3, 2]), {
      evCorrelation: 1 / 2,
      rSquared: 1 - 2 / 14,
      absoluteDevExplained: 1 - 2 / 6,
    });
    assertScores(computeScores([-1, 1], [1, -1]), {
      evCorrelation: -1,
      rSquared: 1 - 8 / 2,
      absoluteDevExplained: 1 - 4 / 2,
    });
  });

  it('is 1 throughout for a perfect simulation', () => {
    const r = [0, 0.1, -0.17, 5];
    assertScores(computeScores(r, r), { evCorrelation: 1, rSquared: 1, absoluteDevExplained: 1 });
  });

  it('has a correlation that linear maps preserve, unlike other scores', () => {
    const r = [0, 2, 1, 5];
    const p = [1, 2, 0, 3];
    const plain = computeScores(r, p);
    const mapped = computeScores(
      r,
      p.map((value) => 3 * value - 7),
    );
    assert.ok(Math.abs(plain.evCorrelation - mapped.evCorrelation) < 1e-12);
    assert.ok(Math.abs(plain.rSquared - mapped.rSquared) > 0.1);
    assert.ok(Math.abs(plain.absoluteDevExplained - mapped.absoluteDevExplained) > 0.1);
  });

  it('is not centred: predicting the mean explains something', () => {
    // r = 1, 3 and p = 2, 2: mean((r−p)²) = 1, mean(r²) = 5.
    assertScores(computeScores([1, 3], [2, 2]), {
      evCorrelation: NaN,
      rSquared: 1 - 1 / 5,
      absoluteDevExplained: 1 - 1 / 2,
    });
  });

  it('has no correlation if either is constant, despite rounding of the mean', () => {
    for (const constant of [0, 0.1, 1 / 3, -7.7]) {
      const flat = Array<number>(10).fill(constant);
      const steps = flat.map((_, i) => i);
      assert.equal(computeScores(flat, steps).evCorrelation, NaN);
      assert.equal(computeScores(steps, flat).evCorrelation, NaN);
    }
    assert.equal(computeScores([5], [5]).evCorrelation, NaN);
  });

  it('is −∞ or NaN for a dead neuron', () => {
    assertScores(computeScores([0, 0], [1, 0]), {
      evCorrelation: NaN,
      rSquared: -Infinity,
      absoluteDevExplained: -Infinity,
    });
    assertScores(computeScores([0, 0], [0, 0]), undefinedScores);
  });

  it('is NaN if a value is NaN, lengths differ or lists are empty', () => {
    assertScores(computeScores([1, NaN, 3], [1, 2, 3]), undefinedScores);
    assertScores(computeScores([1, 2, 3], [1, NaN, 3]), undefinedScores);
    assertScores(computeScores([1, 2, 3], [1, 2]), undefinedScores);
    assertScores(computeScores([1, 2], [1, 2, 3]), undefinedScores);
    assertScores(computeScores([], []), undefinedScores);
    assert.equal(computeScores([1, Infinity, 3], [1, 2, 3]).evCorrelation, NaN);
  });

  it('keeps its digits with a large offset, and never leaves −1 to 1', () => {
    const r = [1, 2, 4, 8].map((value) => value + 1e9);
    assert.ok(Math.abs(computeScores(r, [1, 2, 4, 8]).evCorrelation - 1) < 1e-12);
    for (let i = 1; i < 200; i++) {
      const x = [i / 7, i / 3, i / 11, i * 0.1];
      for (const factor of [3, -3]) {
        const y = x.map((value) => value * factor);
        const { evCorrelation } = computeScores(x, y);
        assert.ok(Math.abs(evCorrelation) <= 1, `${evCorrelation}`);
      }
    }
  });

  it('takes typed arrays too', () => {
    const scores = computeScores(Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 2));
    assert.ok(Math.abs(scores.evCorrelation - 0.5) < 1e-12);
  });
});

describe('scores of sequences and simulations', () => {
  const decode = (...pairs: [number[], number[]][]): ScoredSimulation => {
    const sequences = pairs.map(([actual, simulated]) =>
      raw.sequence({
        true_activations: actual,
        simulation: raw.simulation({ expected_activations: simulated }),
      }),
    );
    const scored = raw.scoredSimulation({ scored_sequence_simulations: sequences });
    return decodeNeuron(raw.neuronOfSimulation(scored)).neuron.scoredExplanations[0]!
      .scoredSimulation;
  };

  it('compares the true activations with the expected ones of the calibrated simulation', () => {
    const [sequence] = decode([
      [1, 2, 3],
      [0, 3, 2],
    ]).scoredSequenceSimulations;
    assertScores(scoreSequence(sequence!), computeScores([1, 2, 3], [0, 3, 2]));
    // Which is which matters for the last two.
    assert.notEqual(
      scoreSequence(sequence!).rSquared,
      computeScores([0, 3, 2], [1, 2, 3]).rSquared,
    );
  });

  it('joins the tokens of all sequences, without averaging', () => {
    const whole = scoreSimulation(
      decode(
        [
          [1, 2],
          [2, 4],
        ],
        [
          [10, 30, 20],
          [3, 1, 2],
        ],
      ),
    );
    assertScores(whole, computeScores([1, 2, 10, 30, 20], [2, 4, 3, 1, 2]));
  });

  it('includes a constant sequence', () => {
    const whole = scoreSimulation(
      decode(
        [
          [1, 1],
          [1, 1],
        ],
        [
          [2, 2],
          [2, 2],
        ],
      ),
    );
    assertScores(whole, { evCorrelation: 1, rSquared: 1, absoluteDevExplained: 1 });
  });

  it('has none if a sequence’s lists differ in length, even if the sums are equal', () => {
    assertScores(scoreSimulation(decode([[1, 2], [1]], [[3], [2, 3]])), undefinedScores);
    const aligned: [number[], number[]] = [
      [1, 3],
      [2, 3],
    ];
    assertScores(scoreSimulation(decode(aligned, [[1, 2], [1]], [[3], [2, 3]])), undefinedScores);
    assertScores(scoreSimulation(decode()), undefinedScores);
  });
});

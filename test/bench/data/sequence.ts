import { DataclassRecord } from '../../samples/record.ts';
import { computeScores } from '../../../src/format/scores.ts';
import { integer, type Random } from './choose.ts';

/** How detailed the simulations are. */
export interface Detail {
  /** How many of the 11 values of the simulator's scale a token lists, or one less. */
  readonly listed: number;
  /** From the simulator's scale to the neuron's units. */
  readonly slope: number;
  readonly intercept: number;
}

/** A scored sequence: activations on the tokens, and a calibrated simulation with distributions. */
export function scoredSequence(
  tokens: readonly string[],
  actual: readonly number[],
  detail: Detail,
  random: Random,
): DataclassRecord {
  const { slope, intercept } = detail;
  const calibrated = (value: number) => intercept + slope * value;
  const predictions = actual.map((value) =>
    predict((value - intercept) / slope, detail.listed, random),
  );
  const expected = predictions.map((each) => each.expected);
  const simulation = (
    activation_scale: string,
    unit: (value: number) => number,
    uncalibrated_simulation: DataclassRecord | null,
  ) =>
    new DataclassRecord('SequenceSimulation', {
      tokens,
      expected_activations: expected.map(unit),
      activation_scale,
      distribution_values: predictions.map(({ values }) => values.map(unit)),
      distribution_probabilities: predictions.map(({ probabilities }) => probabilities),
      uncalibrated_simulation,
    });
  const uncalibrated = simulation('simulated_normalized_activations', (value) => value, null);
  const scores = computeScores(actual, expected.map(calibrated));
  return new DataclassRecord('ScoredSequenceSimulation', {
    simulation: simulation('neuron_activations', calibrated, uncalibrated),
    true_activations: actual,
    ev_correlation_score: scores.evCorrelation,
    rsquared_score: scores.rSquared,
    absolute_dev_explained_score: scores.absoluteDevExplained,
  });
}

/** Slightly negative, as behind a GELU, with peaks at some tokens if the neuron is active. */
export function activations(length: number, active: boolean, random: Random): number[] {
  return Array.from({ length }, () => {
    const fires = random() < (active ? 0.12 : 0.01);
    const value = fires ? 0.5 + 4 * random() ** 2 : -0.17 * random();
    return Math.round(value * 1e6) / 1e6;
  });
}

/** A simulator's distribution, most probable first, around the right level or sometimes another. */
function predict(level: number, listed: number, random: Random) {
  const mean = random() < 0.1 ? 10 * random() : Math.min(10, Math.max(0, level));
  const spread = 0.4 + random();
  const weights = Array.from({ length: 11 }, (_, value) => ({
    value,
    weight: 1 / (1 + ((value - mean) / spread) ** 4) + 1e-3 * random(),
  })).sort((a, b) => b.weight - a.weight);
  const kept = weights.slice(0, listed - integer(random, 2));
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return {
    expected: kept.reduce((total, { value, weight }) => total + value * weight, 0) / sum,
    values: kept.map(({ value }) => value),
    probabilities: kept.map(({ weight }) => weight / sum),
  };
}

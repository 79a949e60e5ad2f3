import type { Explanation } from '../model/explanation.ts';
import { predictedTokens } from './predicted.ts';
import { simulationOf } from './simulation.ts';

/**
 * The data of a sequence used to judge an explanation. Lists are as in the file and may differ in
 * length.
 */
export interface JudgedSequence {
  readonly tokens: readonly string[];
  /** In the neuron's units, one per token. */
  readonly actual: readonly number[];
  /**
   * Expected activations, in the neuron's units or on the simulator's 0–10; null if there are none.
   */
  readonly simulated: readonly number[] | null;
  /** Before calibration, on 0–10; null if there is only one simulation. */
  readonly uncalibrated: readonly number[] | null;
  /** Whether the simulator predicted each token; null if all are predicted or it is unknown. */
  readonly predicted: readonly boolean[] | null;
}

/** The sequences of an explanation, in file order. */
export function judgedSequences(explanation: Explanation): JudgedSequence[] {
  const { uncalibrated } = simulationOf(explanation);
  return explanation.sequences.map((sequence) => {
    const { tokens, actual, simulation } = sequence;
    return {
      tokens,
      actual,
      simulated: simulation && simulation.expected,
      uncalibrated: uncalibrated && (simulation?.uncalibrated?.expected ?? null),
      predicted: predictedTokens(explanation, sequence),
    };
  });
}

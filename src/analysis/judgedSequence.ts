import type { Explanation, SimulatedValues, StoredSequence } from '../model/explanation.ts';
import { simulationOf } from './simulation.ts';
import { kept } from './measures.ts';

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

const known = new WeakMap<Explanation, boolean>();

/** Whether an explanation has distributions. If not, an empty one says nothing about its token. */
export function hasDistributions(explanation: Explanation): boolean {
  return kept(known, explanation, ({ sequences }) =>
    sequences.some(({ tokens, simulation }) =>
      rowsPerToken(tokens, simulation)?.some((row) => row.length > 0),
    ),
  );
}

/** Whether the simulator predicted each token; null if all are predicted or it is unknown. */
export function predictedTokens(
  explanation: Explanation,
  { tokens, simulation }: StoredSequence,
): boolean[] | null {
  const rows = hasDistributions(explanation) ? rowsPerToken(tokens, simulation) : null;
  if (!rows || rows.every((row) => row.length > 0)) return null;
  return rows.map((row) => row.length > 0);
}

/** The predicted values of each token; null unless there is one list per token. */
export function rowsPerToken(
  tokens: readonly string[],
  simulated: SimulatedValues | null,
): readonly (readonly number[])[] | null {
  const rows = simulated?.distributions.values;
  return rows?.length === tokens.length ? rows : null;
}

import type { ScoredExplanation, ScoredSequenceSimulation } from '../format/schema.ts';
import { simulationOf } from './simulation.ts';

/**
 * The data of a sequence used to judge an explanation. Lists are as in the file and may differ in
 * length.
 */
export interface JudgedSequence {
  readonly tokens: readonly string[];
  /** In the neuron's units, one per token. */
  readonly actual: readonly number[];
  /** Expected activations, in the neuron's units or on the simulator's 0–10. */
  readonly simulated: readonly number[];
  /** Before calibration, on 0–10; null if there is only one simulation. */
  readonly uncalibrated: readonly number[] | null;
  /** Whether the simulator predicted each token; null if all are predicted or it is unknown. */
  readonly predicted: readonly boolean[] | null;
}

/** The sequences of an explanation, in file order. */
export function judgedSequences(scored: ScoredExplanation): JudgedSequence[] {
  const all = scored.scoredSimulation.scoredSequenceSimulations;
  const { uncalibrated } = simulationOf(scored);
  const hasDistributions = all.some((s) => rowPerToken(s)?.some((row) => row.length > 0));
  return all.map((sequence) => {
    const { tokens, expectedActivations, uncalibratedSimulation } = sequence.simulation;
    const rows = hasDistributions ? rowPerToken(sequence) : null;
    const skips = rows?.some((row) => row.length === 0) ?? false;
    return {
      tokens,
      actual: sequence.trueActivations,
      simulated: expectedActivations,
      uncalibrated: uncalibrated && (uncalibratedSimulation?.expectedActivations ?? null),
      predicted: rows && skips ? rows.map((row) => row.length > 0) : null,
    };
  });
}

/** Null unless there is one row per token. */
function rowPerToken({ simulation }: ScoredSequenceSimulation): number[][] | null {
  const { tokens, distributionValues } = simulation;
  return distributionValues.length === tokens.length ? distributionValues : null;
}

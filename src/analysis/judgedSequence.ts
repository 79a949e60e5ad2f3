import type { ScoredExplanation, ScoredSequenceSimulation } from '../format/schema.ts';
import { simulationOf } from './simulation.ts';

/** What judging an explanation reads of one of its sequences. The lists are as the file has them: their lengths may differ. */
export interface JudgedSequence {
  readonly tokens: readonly string[];
  /** In the neuron's units, one a token. */
  readonly actual: readonly number[];
  /** Expected activations: in the neuron's units, or on the simulator's 0-10. */
  readonly simulated: readonly number[];
  /** The same before calibration, on 0–10; null where the explanation has one simulation. */
  readonly uncalibrated: readonly number[] | null;
  /** Whether the simulator predicted a token; null where all have a prediction, or nothing can tell. */
  readonly predicted: readonly boolean[] | null;
}

/** The sequences of an explanation, in the file's order. */
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

/** Null where the rows are not one a token, so that they say nothing of single tokens. */
function rowPerToken({ simulation }: ScoredSequenceSimulation): number[][] | null {
  const { tokens, distributionValues } = simulation;
  return distributionValues.length === tokens.length ? distributionValues : null;
}

import type { ScoredSequenceSimulation } from '../format/schema.ts';

/** The actual activations of all sequences, joined. */
export function actualOf(sequences: readonly ScoredSequenceSimulation[]): number[] {
  return sequences.flatMap((each) => each.trueActivations);
}

/** The expected activations of all sequences, joined. */
export function simulatedOf(sequences: readonly ScoredSequenceSimulation[]): number[] {
  return sequences.flatMap((each) => each.simulation.expectedActivations);
}

import type { SimulatedSequence, StoredSequence } from '../model/explanation.ts';

/** The actual activations of all sequences, joined. */
export function actualOf(sequences: readonly StoredSequence[]): number[] {
  return sequences.flatMap(({ actual }) => actual);
}

/** The expected activations of all sequences, joined. */
export function expectedOf(sequences: readonly SimulatedSequence[]): number[] {
  return sequences.flatMap(({ simulation }) => simulation.expected);
}

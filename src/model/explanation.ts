import type { StoredScore } from './score.ts';

/** A unit with what its data says of it. Numbers are as stored: NaN where one is missing. */
export interface ExplainedUnit {
  /** In the order of the data. */
  readonly explanations: readonly Explanation[];
}

export interface Explanation {
  readonly text: string;
  /** Over all sequences, the preferred one first. */
  readonly scores: readonly StoredScore[];
  readonly sequences: readonly StoredSequence[];
}

/** A sequence of tokens with the unit's activations. Lists may differ in length. */
export interface StoredSequence {
  readonly tokens: readonly string[];
  /** One per token, in the unit's own units. */
  readonly actual: readonly number[];
  /** Of this sequence alone, the preferred one first. */
  readonly scores: readonly StoredScore[];
  /** Null if the sequence was not simulated. */
  readonly simulation: Simulation | null;
}

export interface SimulatedSequence extends StoredSequence {
  readonly simulation: Simulation;
}

export function isSimulated(sequence: StoredSequence): sequence is SimulatedSequence {
  return sequence.simulation !== null;
}

/** The activations that a simulator expects from the explanation. */
export interface Simulation extends SimulatedValues {
  /** The simulation before calibration, if it is stored as well. */
  readonly uncalibrated: SimulatedValues | null;
}

export interface SimulatedValues {
  /** One per token. */
  readonly expected: readonly number[];
  /** The units of the values, as the data states them. Some writers are wrong. */
  readonly scale: Units;
  /** The values predicted for each token, and their probabilities. No values: not predicted. */
  readonly distributions: {
    readonly values: readonly (readonly number[])[];
    readonly probabilities: readonly (readonly number[])[];
  };
}

/** `neuron`: the units of the actual activations. `normalized`: the simulator's scale, 0–10. */
export type Units = 'neuron' | 'normalized';

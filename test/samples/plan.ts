import type { Rule } from './rules.ts';

/** How a file is written; see `style.ts`. */
export type StyleName = 'released' | 'public' | 'python' | 'secondGeneration';

export interface ExplanationPlan {
  readonly text: string;
  /** What a simulator that goes by the text expects. */
  readonly predicts: Rule;
  /** From 0, a simulator that makes no mistakes, to 1, one that guesses. */
  readonly blur: number;
  /** The simulator gives every token the same distribution. */
  readonly constant?: true;
  /** The simulator leaves some tokens out. */
  readonly skips?: true;
  /** Distributions list all 11 values, not only the most probable. */
  readonly allValues?: true;
}

export interface NeuronPlan {
  readonly layer: number;
  readonly index: number;
  /** What the neuron really fires for, which no explanation need say. */
  readonly fires: Rule;
  /** The activation at full strength. */
  readonly gain: number;
  /** By default, the activation is high where the rule holds, and slightly negative elsewhere. */
  readonly activation?: (strength: number, random: () => number) => number;
  readonly explanations: readonly ExplanationPlan[];
  /** Half of them are top-activating, half random. 10 if not given. */
  readonly sequences?: number;
  /** The simulator's own 0–10 scale only, without distributions, as in the figures of the paper. */
  readonly uncalibrated?: true;
  /** The first sequence is the one of `oddSequence.ts`. */
  readonly odd?: true;
  readonly style?: StyleName;
  /** For the README of the samples: what is unusual here. */
  readonly special?: string;
}

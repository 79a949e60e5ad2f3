import { safeFactor } from '../format/magnitude.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import { applyMap, type LinearMap } from './calibration.ts';
import type { Points } from './points.ts';

/** A token that the explanation gets wrong. */
export interface Miss {
  readonly token: string;
  /** The index of its sequence in the explanation, and its index in the sequence. */
  readonly sequence: number;
  readonly index: number;
  /** `falsePositive`: simulated too high. `falseNegative`: too low. */
  readonly kind: 'falsePositive' | 'falseNegative';
  readonly actual: number;
  /** As in the file. */
  readonly simulated: number;
  /** In the neuron's units. */
  readonly mapped: number;
  /** Mapped − actual, in the neuron's units. */
  readonly error: number;
}

export interface Misses {
  /** The worst of each kind, worst first. */
  readonly list: readonly Miss[];
  /** The total numbers. */
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** The smallest error that is a miss, as a share of the largest magnitude, actual or simulated. */
export const missShare = 0.1;

/**
 * The tokens where the simulation is furthest from the actual activation. Counts all, and lists the
 * worst `most` of each kind. `map` converts to the neuron's units. Without it there is no error to
 * measure, and there are no misses.
 */
export function findMisses(
  points: Points,
  sequences: readonly JudgedSequence[],
  map: LinearMap | null,
  most: number,
): Misses {
  if (!map) return { list: [], falsePositives: 0, falseNegatives: 0 };
  const simulated = points.simulated.map((value) => applyMap(map, value));
  const factor = safeFactor([points.actual, simulated]);
  const errors = simulated.map((value, i) => value * factor - points.actual[i]! * factor);
  let largest = 0;
  for (const [i, value] of points.actual.entries()) {
    largest = Math.max(largest, Math.abs(value * factor), Math.abs(simulated[i]! * factor));
  }
  const threshold = missShare * largest;
  const worse = (a: number, b: number) => Math.abs(errors[b]!) - Math.abs(errors[a]!) || a - b;
  const positive: number[] = [];
  const negative: number[] = [];
  for (const [i, error] of errors.entries()) {
    if (error === 0 || Math.abs(error) < threshold) continue;
    (error > 0 ? positive : negative).push(i);
  }
  const worst = [positive, negative].flatMap((kind) => kind.sort(worse).slice(0, most));
  const list = worst.sort(worse).map((i): Miss => {
    const [sequence, index, error] = [points.sequence[i]!, points.token[i]!, errors[i]! / factor];
    return {
      token: sequences[sequence]!.tokens[index]!,
      sequence,
      index,
      kind: error > 0 ? 'falsePositive' : 'falseNegative',
      actual: points.actual[i]!,
      simulated: points.simulated[i]!,
      mapped: simulated[i]!,
      error,
    };
  });
  return {
    // A difference too large for a double is a miss without a number.
    list: list.filter(({ error }) => Number.isFinite(error)),
    falsePositives: positive.length,
    falseNegatives: negative.length,
  };
}

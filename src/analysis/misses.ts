import { safeFactor } from '../format/magnitude.ts';
import { type Line, onLine } from './line.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import type { Points } from './points.ts';

/** A token on which the explanation fails. */
export interface Miss {
  readonly token: string;
  /** The place of its sequence in the explanation, and its own in that. */
  readonly sequence: number;
  readonly index: number;
  /** `falsePositive`: simulated higher than it is. `falseNegative`: lower. */
  readonly kind: 'falsePositive' | 'falseNegative';
  /** As the file has them. */
  readonly actual: number;
  readonly simulated: number;
  /** Simulated − actual, in the neuron's units. */
  readonly error: number;
}

/**
 * How simulated values became comparable with actual ones. `none`: they are in the neuron's units already. `range`: on 0-10, of which 10 is by
 * definition the neuron's largest activation; a line fitted to these very activations would flatter the explanation.
 */
export interface MissMap {
  readonly by: 'none' | 'range';
  readonly line: Line;
}

export interface Misses {
  readonly map: MissMap;
  /** The worst ones of each kind, worst first. */
  readonly list: readonly Miss[];
  /** How many there are in all. */
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** An error is a miss from this share of the largest magnitude, actual or simulated, on. */
const missShare = 0.1;

export function missMap(points: Points, units: 'neuron' | 'normalized'): MissMap {
  if (units === 'neuron') return { by: 'none', line: { slope: 1, intercept: 0 } };
  const top = points.actual.reduce((high, value) => Math.max(high, value), 0);
  return { by: 'range', line: { slope: top / 10, intercept: 0 } };
}

/** The tokens where the simulation is farthest from the actual activation: all are counted, the worst `most` of each kind listed. */
export function findMisses(
  points: Points,
  sequences: readonly JudgedSequence[],
  map: MissMap,
  most: number,
): Misses {
  const simulated = points.simulated.map((value) => onLine(map.line, value));
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
      error,
    };
  });
  return {
    map,
    // A difference that no double has room for is a miss without a number.
    list: list.filter(({ error }) => Number.isFinite(error)),
    falsePositives: positive.length,
    falseNegatives: negative.length,
  };
}

import { safeFactor } from '../format/magnitude.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import type { Points } from './points.ts';

/** All occurrences of one token text. */
export interface TopToken {
  readonly token: string;
  readonly count: number;
  /** In the neuron's units. */
  readonly meanActual: number;
  /** In the simulation's units, as in the file. */
  readonly meanSimulated: number;
}

/**
 * The `most` token texts with the largest mean actual activation, largest first. Ties: more
 * frequent first.
 */
export function topTokens(
  points: Points,
  sequences: readonly JudgedSequence[],
  most: number,
): TopToken[] {
  const sums = new Map<string, { count: number; actual: number; simulated: number }>();
  const [ofActual, ofSimulated] = [safeFactor([points.actual]), safeFactor([points.simulated])];
  for (let i = 0; i < points.actual.length; i++) {
    const token = sequences[points.sequence[i]!]!.tokens[points.token[i]!]!;
    const sum = sums.get(token) ?? { count: 0, actual: 0, simulated: 0 };
    sums.set(token, sum);
    sum.count++;
    sum.actual += points.actual[i]! * ofActual;
    sum.simulated += points.simulated[i]! * ofSimulated;
  }
  return [...sums]
    .map(([token, { count, actual, simulated }]) => ({
      token,
      count,
      meanActual: actual / count / ofActual,
      meanSimulated: simulated / count / ofSimulated,
    }))
    .sort((a, b) => b.meanActual - a.meanActual || b.count - a.count)
    .slice(0, most);
}

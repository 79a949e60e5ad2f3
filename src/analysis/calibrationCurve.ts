import { safeFactor } from '../format/magnitude.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import type { Points } from './points.ts';
import { normalizedFull, type Units } from './simulation.ts';

/** What the neuron really does where the simulator said one number. */
export interface CurveStep {
  /** The simulated value, rounded to a whole number from 0 to 10. */
  readonly simulated: number;
  /** Mean actual activation, in the neuron's units. */
  readonly meanActual: number;
  /** Of how many tokens. */
  readonly count: number;
}

/**
 * Mean actual activation for each simulated value from 0 to 10; values that no token has are left out. Of the uncalibrated simulation, or of
 * the only one where that is on 0-10 (`normalized`); empty where the file has nothing on that scale. Values off the scale count to
 * its nearest end.
 */
export function calibrationCurve(
  points: Points,
  sequences: readonly JudgedSequence[],
  units: Units,
): CurveStep[] {
  const sums = new Float64Array(normalizedFull + 1);
  const counts = new Uint32Array(normalizedFull + 1);
  const factor = safeFactor([points.actual]);
  for (let i = 0; i < points.actual.length; i++) {
    const { uncalibrated } = sequences[points.sequence[i]!]!;
    const own = units === 'normalized' ? points.simulated[i]! : NaN;
    const value = uncalibrated ? (uncalibrated[points.token[i]!] ?? NaN) : own;
    if (!Number.isFinite(value)) continue;
    const step = Math.max(0, Math.min(normalizedFull, Math.round(value)));
    sums[step]! += points.actual[i]! * factor;
    counts[step]!++;
  }
  return Array.from(counts, (count, simulated) => ({
    simulated,
    meanActual: sums[simulated]! / count / factor,
    count,
  })).filter(({ count }) => count > 0);
}

import { safeFactor } from '../format/magnitude.ts';
import type { Units } from '../model/explanation.ts';
import type { JudgedSequence } from './judgedSequence.ts';
import type { Points } from './points.ts';
import { normalizedFull } from './simulation.ts';

/** The neuron's mean activation for one simulated value. */
export interface CurveStep {
  /** Rounded to a whole number from 0 to 10. */
  readonly simulated: number;
  /** In the neuron's units. */
  readonly meanActual: number;
  /** The number of tokens. */
  readonly count: number;
}

/**
 * Mean actual activation for each simulated value from 0 to 10; values without tokens are left out.
 * Uses the uncalibrated simulation, or the only one if it is on 0–10 (`normalized`). Empty if the
 * file has no values on that scale. Values off the scale count at its nearest end.
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

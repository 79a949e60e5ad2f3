import { safeFactor, scaledBy } from './magnitude.ts';
import type { ScoredSequenceSimulation, ScoredSimulation } from './schema.ts';

/** The three scores of a simulation. NaN or an infinity where a score is undefined. */
export interface ComputedScores {
  readonly evCorrelation: number;
  readonly rSquared: number;
  readonly absoluteDevExplained: number;
}

/**
 * The three scores of a prediction, as the reference computes them.
 *
 * With r = `actual` (neuron activations) and p = `simulated` (expected activations), of equal
 * length:
 *
 * - `evCorrelation`: Pearson's correlation of r and p; NaN if either is constant.
 * - `rSquared`: 1 − mean((r−p)²) / mean(r²). Not centred: not the usual R².
 * - `absoluteDevExplained`: 1 − mean(|r−p|) / mean(|r|).
 *
 * The last two are only meaningful if p is in the neuron's units. All are NaN if there are no
 * values, the lengths differ, or a value is not a number. If r is all zero, the last two are −∞ or
 * NaN. Never throws. Source: the field docs of the reference's `ScoredSequenceSimulation`, and its
 * behaviour.
 */
export function computeScores(
  actual: ArrayLike<number>,
  simulated: ArrayLike<number>,
): ComputedScores {
  if (actual.length !== simulated.length) {
    return { evCorrelation: NaN, rSquared: NaN, absoluteDevExplained: NaN };
  }
  let squaredError = 0;
  let squared = 0;
  let absoluteError = 0;
  let absolute = 0;
  const factor = safeFactor([actual, simulated]);
  for (let i = 0; i < actual.length; i++) {
    const r = actual[i]! * factor;
    const error = r - simulated[i]! * factor;
    squaredError += error * error;
    squared += r * r;
    absoluteError += Math.abs(error);
    absolute += Math.abs(r);
  }
  return {
    evCorrelation: correlation(actual, simulated),
    rSquared: 1 - squaredError / squared,
    absoluteDevExplained: 1 - absoluteError / absolute,
  };
}

/** Scores of one sequence, recomputed from its tokens. See `computeScores`. */
export function scoreSequence(sequence: ScoredSequenceSimulation): ComputedScores {
  return computeScores(sequence.trueActivations, sequence.simulation.expectedActivations);
}

/**
 * Recomputes the scores of a whole simulation over the tokens of all sequences joined. This is not
 * the mean of the sequences' scores (see the reference's `ScoredSimulation.ev_correlation_score`).
 * NaN if any sequence has different numbers of true and expected activations. See `computeScores`.
 */
export function scoreSimulation(simulation: ScoredSimulation): ComputedScores {
  const sequences = simulation.scoredSequenceSimulations;
  const aligned = sequences.every(
    (s) => s.trueActivations.length === s.simulation.expectedActivations.length,
  );
  if (!aligned) return computeScores([], []);
  return computeScores(
    sequences.flatMap((s) => s.trueActivations),
    sequences.flatMap((s) => s.simulation.expectedActivations),
  );
}

/** Two passes, means first, so that large offsets do not cancel significant digits. */
function correlation(actual: ArrayLike<number>, simulated: ArrayLike<number>): number {
  if (isConstant(actual) || isConstant(simulated)) return NaN;
  const x = scaledBy(actual, safeFactor([actual]));
  const y = scaledBy(simulated, safeFactor([simulated]));
  const meanX = mean(x);
  const meanY = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

/**
 * Compares the values themselves: rounding in the mean would give a constant list a tiny variance.
 */
function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

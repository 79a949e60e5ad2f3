import type { JudgedSequence } from './judgedSequence.ts';
import { fitLine, type Line, onLine } from './line.ts';

/** Public files round to four decimals or fewer: within this share of the calibrated range, a point is on the line. */
const tolerance = 0.01;

/**
 * The linear map from the uncalibrated (0-10) to the calibrated simulation (the neuron's units), over the tokens of all sequences
 * that have both; null where there is none, or it is not linear.
 */
export function calibrationOf(sequences: readonly JudgedSequence[]): Line | null {
  const x: number[] = [];
  const y: number[] = [];
  for (const { simulated, uncalibrated } of sequences) {
    if (!uncalibrated) continue;
    for (let i = 0; i < Math.min(simulated.length, uncalibrated.length); i++) {
      if (!Number.isFinite(simulated[i]) || !Number.isFinite(uncalibrated[i])) continue;
      x.push(uncalibrated[i]!);
      y.push(simulated[i]!);
    }
  }
  const line = fitLine(x, y);
  if (!line) return null;
  let [low, high, worst] = [Infinity, -Infinity, 0];
  for (const [i, value] of y.entries()) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    worst = Math.max(worst, Math.abs(value - onLine(line, x[i]!)));
  }
  return worst <= tolerance * (high - low) ? line : null;
}

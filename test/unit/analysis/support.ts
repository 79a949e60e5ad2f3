import type { JudgedSequence } from '../../../src/analysis/judgedSequence.ts';

/** A sequence of these values; its tokens are numbered. */
export function judged(
  actual: readonly number[],
  simulated: readonly number[],
  more: Partial<Omit<JudgedSequence, 'simulated'>> = {},
): JudgedSequence & { readonly simulated: readonly number[] } {
  const tokens = actual.map((_, i) => ` t${i}`);
  return { tokens, actual, simulated, uncalibrated: null, predicted: null, ...more };
}

export function assertNear(actual: number | null | undefined, expected: number, within = 1e-9) {
  if (typeof actual !== 'number' || !(Math.abs(actual - expected) <= within)) {
    throw new Error(`expected ${expected}, found ${actual}`);
  }
}

import type { ExplanationScale, Extent } from '../../protocol.ts';

/** How many strengths there are of each colour. */
export const steps = 16;

/** How the values of one quantity become steps. */
export interface Ruler {
  /** The magnitude of the strongest step; 0 where there is nothing to colour. */
  readonly full: number;
  /** What the values span; null where there are none. */
  readonly extent: Extent | null;
}

export interface Rulers {
  readonly actual: Ruler;
  readonly simulated: Ruler;
  /** Whether one step means the same value in both. */
  readonly shared: boolean;
}

/** The simulator's own scale. */
const normalizedFull = 10;

export function rulersOf(scale: ExplanationScale): Rulers {
  const { actual, simulated } = scale;
  const shared = scale.simulatedUnits === 'neuron';
  const both = Math.max(magnitude(actual), magnitude(simulated));
  return {
    actual: ruler(actual, shared ? both : magnitude(actual)),
    simulated: ruler(simulated, shared ? both : normalizedFull),
    shared,
  };
}

/**
 * The step of a finite value: 0 for no colour, ±1 for the faintest, ±`steps` for the strongest. Any value but zero
 * has at least the faintest.
 */
export function stepOf(value: number, full: number): number {
  if (value === 0 || full <= 0) return 0;
  const strength = Math.round((Math.abs(value) / full) * steps);
  return Math.sign(value) * Math.max(1, Math.min(steps, strength));
}

/** A constant has no strength to tell apart: it stays uncoloured. */
export function isConstant(extent: Extent | null): boolean {
  return extent !== null && extent.min === extent.max;
}

function ruler(extent: Extent | null, full: number): Ruler {
  return { full: extent === null || isConstant(extent) ? 0 : full, extent };
}

function magnitude(extent: Extent | null): number {
  return extent === null ? 0 : Math.max(Math.abs(extent.min), Math.abs(extent.max));
}

import type { LinearMap } from '../../analysis/linearMap.ts';
import { normalizedFull } from '../../analysis/simulation.ts';
import type { Extent } from '../../analysis/extent.ts';
import type { DifferenceScale, ExplanationScale } from '../../neuron/contract/protocol.ts';
import type { LockedRange } from '../../neuron/contract/viewChoices.ts';

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
  /** Of simulated − actual, in the neuron's units. */
  readonly difference: Ruler;
  /** Whether one step means the same value in actual and simulated. */
  readonly shared: boolean;
  /** Which of a sequence's values are its simulation. */
  readonly source: Source;
  /** What takes them to the neuron's units; null where nothing does. */
  readonly toUnits: LinearMap | null;
  /** Whether it does so by the range alone, so that the file does not have the result. */
  readonly byRange: boolean;
}

export type Source = 'simulated' | 'uncalibrated';

/** Where there is no simulation that could differ. */
export const noDifference: DifferenceScale = { by: 'none', map: null, extent: null };

export function rulersOf(
  scale: ExplanationScale,
  { source = 'simulated', locked = null }: { source?: Source; locked?: LockedRange | null } = {},
): Rulers {
  const { actual, simulated, difference } = scale;
  const shared = scale.simulatedUnits === 'neuron';
  const own = shared ? Math.max(magnitude(actual), magnitude(simulated)) : magnitude(actual);
  const full = locked?.values ?? own;
  return {
    actual: ruler(actual, full),
    simulated: ruler(simulated, shared ? full : normalizedFull),
    difference: ruler(difference.extent, locked?.differences ?? magnitude(difference.extent)),
    shared,
    source,
    toUnits: difference.map,
    byRange: difference.by === 'range',
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

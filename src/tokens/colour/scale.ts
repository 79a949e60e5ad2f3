import type { LinearMap } from '../../analysis/calibration.ts';
import { normalizedFull } from '../../analysis/simulation.ts';
import type { Extent } from '../../analysis/points.ts';
import type { DifferenceScale, ExplanationScale, LockedRange } from '../contract.ts';

/** Number of strengths of each colour. */
export const steps = 16;

/** Maps values of a quantity to steps. */
export interface Ruler {
  /** The magnitude of the strongest step; 0 if nothing is coloured. */
  readonly full: number;
  /** The range of the values; null if there are none. */
  readonly extent: Extent | null;
}

export interface Rulers {
  readonly actual: Ruler;
  readonly simulated: Ruler;
  /** Of simulated − actual, in the neuron's units. */
  readonly difference: Ruler;
  /** Whether one step means the same value in actual and simulated. */
  readonly shared: boolean;
  /** The field of a sequence with the chosen simulation. */
  readonly source: Source;
  /** Maps the simulation to the neuron's units; null if nothing does. */
  readonly toUnits: LinearMap | null;
  /** Whether `toUnits` is derived from the ranges, and its results are not in the file. */
  readonly byRange: boolean;
}

export type Source = 'simulated' | 'uncalibrated';

/** Without a simulation. */
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

/** From ±1 to ±`steps`; 0, for no colour, only if the finite value is 0 or nothing is coloured. */
export function stepOf(value: number, full: number): number {
  if (value === 0 || full <= 0) return 0;
  const strength = Math.round((Math.abs(value) / full) * steps);
  return Math.sign(value) * Math.max(1, Math.min(steps, strength));
}

/** Constant values are not coloured. */
export function isConstant(extent: Extent | null): boolean {
  return extent !== null && extent.min === extent.max;
}

function ruler(extent: Extent | null, full: number): Ruler {
  return { full: extent === null || isConstant(extent) ? 0 : full, extent };
}

function magnitude(extent: Extent | null): number {
  return extent === null ? 0 : Math.max(Math.abs(extent.min), Math.abs(extent.max));
}

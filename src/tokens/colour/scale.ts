import { applyMap, type LinearMap } from '../../analysis/calibration.ts';
import { missShare } from '../../analysis/misses.ts';
import { normalizedFull } from '../../analysis/simulation.ts';
import type { Extent } from '../../analysis/points.ts';
import type { DifferenceScale, ExplanationScale, LockedRange } from '../contract.ts';

/** Number of strengths of each colour. */
export const steps = 16;

/**
 * Values below this share of the strongest are uncoloured. With GELU, a neuron at rest is at −0.17
 * to 0, which is often 5 % of its peak. Coloured, these tokens would hide the few that matter.
 */
const quietShare = 0.1;

/** Maps values of a quantity to steps. */
export interface Ruler {
  /** The magnitude of the strongest step; 0 if nothing is coloured. */
  readonly full: number;
  /** Smaller magnitudes are uncoloured. */
  readonly quiet: number;
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
  const differences = ruler(
    difference.extent,
    locked?.differences ?? magnitude(difference.extent),
    missShare * (locked?.values ?? Math.max(own, mappedMagnitude(scale))),
  );
  return {
    actual: ruler(actual, full),
    simulated: ruler(simulated, shared ? full : normalizedFull),
    difference: differences,
    shared,
    source,
    toUnits: difference.map,
    byRange: difference.by === 'range',
  };
}

/** A ruler for values up to this magnitude. */
export function rulerTo(full: number): Ruler {
  return ruler({ min: -full, max: full }, full);
}

/** From ±1 to ±`steps`; 0, for no colour, if the finite value is quiet or nothing is coloured. */
export function stepOf(value: number, { full, quiet }: Pick<Ruler, 'full' | 'quiet'>): number {
  const size = Math.abs(value);
  if (value === 0 || full <= 0 || size < quiet) return 0;
  return Math.sign(value) * Math.max(1, Math.min(steps, Math.round((size / full) * steps)));
}

/** Constant values are not coloured. */
export function isConstant(extent: Extent | null): boolean {
  return extent !== null && extent.min === extent.max;
}

function ruler(extent: Extent | null, full: number, quiet = quietShare * full): Ruler {
  return { full: extent === null || isConstant(extent) ? 0 : full, quiet, extent };
}

/** The largest simulated magnitude, in the neuron's units: a linear map keeps the ends. */
function mappedMagnitude({ simulated, difference: { map } }: ExplanationScale): number {
  if (!map || !simulated) return 0;
  return Math.max(...[simulated.min, simulated.max].map((end) => Math.abs(applyMap(map, end))));
}

function magnitude(extent: Extent | null): number {
  return extent === null ? 0 : Math.max(Math.abs(extent.min), Math.abs(extent.max));
}

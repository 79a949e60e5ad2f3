import {
  type Explanation,
  isSimulated,
  type SimulatedSequence,
  type Simulation,
  type StoredSequence,
  type Units,
} from '../model/explanation.ts';
import { type Likeness, likenessOf } from './copies.ts';
import { maximum } from './groups.ts';
import { identity, type LinearMap, linearMapOf } from './calibration.ts';
import { kept } from './measures.ts';

/** The simulator's scale is 0 to this. */
export const normalizedFull = 10;

/** The map from simulated values to the neuron's units. */
export interface UnitsMap {
  /**
   * `own`: values are in those units. `calibration`: the file's own map. `range`: 10 is the largest
   * actual activation. `none`: no map, because no actual activation is above 0.
   */
  readonly by: 'own' | 'calibration' | 'range' | 'none';
  /** Null only with `none`. */
  readonly map: LinearMap | null;
}

/** An explanation's simulation with its units, and a second simulation if the file has one. */
export interface ResolvedSimulation {
  readonly units: Units;
  /**
   * Why these units. `file`: its `activation_scale`. Two others contradict it and mean 0–10.
   * `copy`: values equal those of the nested simulation. `steps`: distributions are over whole
   * numbers from 0 to 10.
   */
  readonly why: 'file' | 'copy' | 'steps';
  readonly toUnits: UnitsMap;
  /** The nested simulation, on 0–10. Null if there is none or it equals the outer one. */
  readonly uncalibrated: Uncalibrated | null;
}

export interface Uncalibrated {
  /** The map that calibration applied; null if it is not linear. */
  readonly calibration: LinearMap | null;
  readonly toUnits: UnitsMap;
}

const known = new WeakMap<Explanation, ResolvedSimulation>();

/**
 * Resolves an explanation to one or two simulations and their units. Everything that shows or
 * compares simulated values follows it. Never throws.
 *
 * A file states its units in `activation_scale`, and some writers are wrong. The reference's demo
 * notebook copies a simulation on 0–10 into one that claims the neuron's units. So values that
 * equal the nested ones were never calibrated. All tokens of the explanation are compared, since
 * one calibrated sequence may equal its nested one by chance, as zeros do. If all values of both
 * are 0, they are 0 on any scale, and there is one simulation. If the values do not decide,
 * distributions over whole numbers do: calibration would have moved them. Otherwise the file is
 * right.
 */
export function simulationOf(explanation: Explanation): ResolvedSimulation {
  return kept(known, explanation, resolve);
}

function resolve({ sequences }: Explanation): ResolvedSimulation {
  const simulations = sequences.filter(isSimulated).map(({ simulation }) => simulation);
  const nested = nestedValues(simulations);
  const likeness = nested && likenessOf(nested.outer, nested.nested);
  const claims = simulations.every((each) => each.scale === 'neuron');
  const why = claims ? contradiction(simulations, likeness) : null;
  const units = claims && why === null ? 'neuron' : 'normalized';
  const largest = maximum(sequences.map((each) => maximum(each.actual)));
  return {
    units,
    why: why ?? 'file',
    toUnits: units === 'neuron' ? { by: 'own', map: identity } : rangeMap(largest),
    uncalibrated: nested && likeness === 'differ' ? uncalibratedOf(nested, largest) : null,
  };
}

/** The values of both simulations, for tokens that have both. */
interface NestedValues {
  readonly outer: readonly number[];
  readonly nested: readonly number[];
}

/** Null if no sequence has a nested simulation. */
function nestedValues(simulations: readonly Simulation[]): NestedValues | null {
  const both = simulations.flatMap(({ expected: outer, uncalibrated }) =>
    uncalibrated ? [{ outer, nested: uncalibrated.expected }] : [],
  );
  if (both.length === 0) return null;
  return {
    outer: both.flatMap(({ outer, nested }) => outer.slice(0, nested.length)),
    nested: both.flatMap(({ outer, nested }) => nested.slice(0, outer.length)),
  };
}

/** What contradicts a claim of the neuron's units; null if nothing does. */
function contradiction(
  simulations: readonly Simulation[],
  likeness: Likeness | null,
): 'copy' | 'steps' | null {
  if (likeness === 'differ') return null;
  if (likeness === 'copy') {
    const values = simulations.flatMap((each) => each.expected);
    return values.filter(Number.isFinite).every(isNormalized) ? 'copy' : null;
  }
  const rows = simulations.flatMap((s) => s.distributions.values).filter((row) => row.length > 1);
  const areSteps = (row: readonly number[]) =>
    row.every((value) => Number.isInteger(value) && isNormalized(value)) && new Set(row).size > 1;
  return rows.length > 0 && rows.every(areSteps) ? 'steps' : null;
}

/** How far rounded probabilities may move an expected value off the scale. */
const slack = 1e-3;

function isNormalized(value: number): boolean {
  return value >= -slack && value <= normalizedFull + slack;
}

/**
 * The map from 0–10, where by definition 10 is the neuron's largest activation. `largest` is the
 * largest actual activation of the explanation. A line fitted to these activations would flatter
 * the explanation.
 */
export function rangeMap(largest: number): UnitsMap {
  return largest > 0
    ? { by: 'range', map: { slope: largest / normalizedFull, intercept: 0 } }
    : { by: 'none', map: null };
}

function uncalibratedOf({ outer, nested }: NestedValues, largest: number): Uncalibrated {
  const calibration = linearMapOf(nested, outer);
  return {
    calibration,
    toUnits: calibration ? { by: 'calibration', map: calibration } : rangeMap(largest),
  };
}

/** The actual activations of all sequences, joined. */
export function actualOf(sequences: readonly StoredSequence[]): number[] {
  return joined(sequences.map(({ actual }) => actual));
}

/** The expected activations of all sequences, joined. */
export function expectedOf(sequences: readonly SimulatedSequence[]): number[] {
  return joined(sequences.map(({ simulation }) => simulation.expected));
}

/** As `flat`, which takes ten times as long for numbers. */
function joined(lists: readonly (readonly number[])[]): number[] {
  const all = new Array<number>(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) for (let i = 0; i < list.length; i++) all[at++] = list[i]!;
  return all;
}

import type { ScoredExplanation, ScoredSequenceSimulation } from '../format/schema.ts';
import { simulatedUnits } from '../format/simulatedUnits.ts';
import { hasDistributions, isPredicted } from './distribution.ts';
import { ExtentOf, extentOf } from './extent.ts';
import { applyMap, identity, type LinearMap, linearMapOf } from './linearMap.ts';
import type { DifferenceScale, ExplanationScale, Extent, UncalibratedScale } from './protocol.ts';

/** What colours mean for an explanation, over all of its sequences. */
export function scaleOf(scored: ScoredExplanation): ExplanationScale {
  const sequences = scored.scoredSimulation.scoredSequenceSimulations;
  const actual = extentOf(sequences.map((s) => s.trueActivations));
  return {
    simulatedUnits: simulatedUnits(scored),
    actual,
    simulated: extentOf(sequences.map(simulatedOf)),
    difference: differenceScale(scored, simulatedOf, mapOfSimulated(scored, actual)),
    uncalibrated: uncalibratedScale(scored, actual),
  };
}

/** For each sequence of an explanation, the largest distance of simulation and reality on one token; NaN where there are no two. */
export function largestMisses(scored: ScoredExplanation): readonly number[] {
  const sequences = scored.scoredSimulation.scoredSequenceSimulations;
  const actual = extentOf(sequences.map((s) => s.trueActivations));
  const { map } = mapOfSimulated(scored, actual);
  const any = hasDistributions(scored);
  return sequences.map((sequence) => {
    const extent = extentOf([differencesOf(sequence, simulatedOf(sequence), map, any)]);
    return extent ? Math.max(Math.abs(extent.min), Math.abs(extent.max)) : NaN;
  });
}

/** What takes simulated values to the neuron's units. */
type UnitsMap = Pick<DifferenceScale, 'by' | 'map'>;

type ValuesOf = (sequence: ScoredSequenceSimulation) => readonly number[];

const simulatedOf: ValuesOf = ({ simulation }) => simulation.expectedActivations;
const uncalibratedOf: ValuesOf = ({ simulation }) =>
  simulation.uncalibratedSimulation?.expectedActivations ?? [];

function mapOfSimulated(scored: ScoredExplanation, actual: Extent | null): UnitsMap {
  return simulatedUnits(scored) === 'neuron' ? { by: 'own', map: identity } : byRange(actual);
}

/**
 * The simulator's 10 is by definition the neuron's largest activation. So taken, the map does not flatter: a line fitted to these very
 * activations would.
 */
function byRange(actual: Extent | null): UnitsMap {
  const largest = actual?.max ?? 0;
  return largest > 0
    ? { by: 'range', map: { slope: largest / 10, intercept: 0 } }
    : { by: 'none', map: null };
}

function uncalibratedScale(
  scored: ScoredExplanation,
  actual: Extent | null,
): UncalibratedScale | null {
  const sequences = scored.scoredSimulation.scoredSequenceSimulations;
  if (!sequences.some(({ simulation }) => simulation.uncalibratedSimulation)) return null;
  const map = calibrationOf(sequences);
  const toUnits: UnitsMap = map ? { by: 'calibration', map } : byRange(actual);
  return {
    extent: extentOf(sequences.map(uncalibratedOf)),
    map,
    difference: differenceScale(scored, uncalibratedOf, toUnits),
  };
}

function differenceScale(
  scored: ScoredExplanation,
  values: ValuesOf,
  { by, map }: UnitsMap,
): DifferenceScale {
  const found = new ExtentOf();
  const any = hasDistributions(scored);
  for (const sequence of scored.scoredSimulation.scoredSequenceSimulations)
    found.addAll(differencesOf(sequence, values(sequence), map, any));
  return { by, map, extent: found.extent };
}

/** Simulated − actual of each token; NaN where there is none. */
function differencesOf(
  { simulation, trueActivations }: ScoredSequenceSimulation,
  simulated: readonly number[],
  map: LinearMap | null,
  anyDistributions: boolean,
): Float64Array {
  return Float64Array.from(simulation.tokens, (_, i) =>
    map && isPredicted(simulation, i, anyDistributions)
      ? applyMap(map, simulated[i] ?? NaN) - (trueActivations[i] ?? NaN)
      : NaN,
  );
}

/** The map from the values before calibration to those after it; null where it is not linear. */
function calibrationOf(sequences: readonly ScoredSequenceSimulation[]): LinearMap | null {
  const pairs = sequences.map((s) => {
    const [before, after] = [uncalibratedOf(s), simulatedOf(s)];
    const count = Math.min(before.length, after.length);
    return [before.slice(0, count), after.slice(0, count)] as const;
  });
  return linearMapOf(
    pairs.flatMap(([before]) => before),
    pairs.flatMap(([, after]) => after),
  );
}

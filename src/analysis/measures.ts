import type { ScoredSequenceSimulation, ScoredSimulation } from '../format/schema.ts';
import { computeScores } from '../format/scores.ts';
import type { Measure } from '../model/score.ts';
import { actualOf, simulatedOf } from './joined.ts';

/** All measures of a simulation; NaN or infinite if undefined. */
export type Measures = Readonly<Record<Measure, number>>;

/** `computeScores`, by measure. */
export function measuresOf(actual: ArrayLike<number>, simulated: ArrayLike<number>): Measures {
  const { evCorrelation, rSquared, absoluteDevExplained } = computeScores(actual, simulated);
  return {
    correlation: evCorrelation,
    squaredError: rSquared,
    absoluteError: absoluteDevExplained,
  };
}

const sequences = new WeakMap<ScoredSequenceSimulation, Measures>();
const wholes = new WeakMap<ScoredSimulation, Measures>();

/** The measures of one sequence, cached. */
export function sequenceMeasures(sequence: ScoredSequenceSimulation): Measures {
  return kept(sequences, sequence, ({ trueActivations, simulation }) =>
    measuresOf(trueActivations, simulation.expectedActivations),
  );
}

/**
 * The measures of all sequences joined, cached. NaN if any has different numbers of actual and
 * simulated activations.
 */
export function wholeMeasures(simulation: ScoredSimulation): Measures {
  return kept(wholes, simulation, ({ scoredSequenceSimulations: all }) => {
    const isAligned = all.every(
      ({ trueActivations, simulation }) =>
        trueActivations.length === simulation.expectedActivations.length,
    );
    return isAligned ? measuresOf(actualOf(all), simulatedOf(all)) : measuresOf([], []);
  });
}

/** The result of `make` for an object, cached. */
export function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  return made;
}

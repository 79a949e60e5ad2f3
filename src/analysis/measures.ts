import { computeScores } from '../format/scores.ts';
import { type Explanation, isSimulated, type SimulatedSequence } from '../model/explanation.ts';
import type { Measure } from '../model/score.ts';
import { actualOf, expectedOf } from './simulation.ts';

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

const ofSequences = new WeakMap<SimulatedSequence, Measures>();
const ofWholes = new WeakMap<Explanation, Measures>();

/** The measures of one sequence, cached. */
export function sequenceMeasures(sequence: SimulatedSequence): Measures {
  return kept(ofSequences, sequence, ({ actual, simulation }) =>
    measuresOf(actual, simulation.expected),
  );
}

/**
 * The measures of all simulated sequences joined, cached. NaN if any has different numbers of
 * actual and simulated activations.
 */
export function wholeMeasures(explanation: Explanation): Measures {
  return kept(ofWholes, explanation, ({ sequences }) => {
    const all = sequences.filter(isSimulated);
    const isAligned = all.every(
      ({ actual, simulation }) => actual.length === simulation.expected.length,
    );
    return isAligned ? measuresOf(actualOf(all), expectedOf(all)) : measuresOf([], []);
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

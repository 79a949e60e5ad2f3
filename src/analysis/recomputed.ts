import type { ScoredSequenceSimulation, ScoredSimulation } from '../format/schema.ts';
import { type ComputedScores, scoreSequence, scoreSimulation } from '../format/scores.ts';

const sequences = new WeakMap<ScoredSequenceSimulation, ComputedScores>();
const wholes = new WeakMap<ScoredSimulation, ComputedScores>();

/** `scoreSequence`, cached. */
export function sequenceScores(sequence: ScoredSequenceSimulation): ComputedScores {
  return kept(sequences, sequence, scoreSequence);
}

/** `scoreSimulation`, cached. */
export function wholeScores(simulation: ScoredSimulation): ComputedScores {
  return kept(wholes, simulation, scoreSimulation);
}

/** The result of `make` for an object, cached. */
export function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  return made;
}

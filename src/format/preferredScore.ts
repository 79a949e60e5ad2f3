import type { ScoredExplanation, ScoredSimulation } from './schema.ts';

/**
 * The score to rank by: the correlation of expected and true activations over all sequences. From -1 to 1; null where the file
 * has none, NaN where it says that it is undefined, as for a simulation that is constant.
 * Source: `get_preferred_score` of the seed's `ScoredSimulation` and `ScoredExplanation`.
 */
export function getPreferredScore(of: ScoredSimulation | ScoredExplanation): number | null {
  const simulation = of.dataclassName === 'ScoredExplanation' ? of.scoredSimulation : of;
  return simulation.evCorrelationScore;
}

/** For sorting: best score first, then those that are missing or undefined. */
export function compareScores(a: number | null, b: number | null): number {
  const known = (score: number | null): score is number => score !== null && !Number.isNaN(score);
  if (known(a) && known(b)) return b - a;
  return Number(known(b)) - Number(known(a));
}

import type { ScoredExplanation, ScoredSimulation } from './schema.ts';

/**
 * The score for ranking: the correlation of expected and true activations over all sequences. From
 * -1 to 1; null if the file has none, NaN if it is undefined, as for a constant simulation. Source:
 * `get_preferred_score` of the reference's `ScoredSimulation` and `ScoredExplanation`.
 */
export function getPreferredScore(of: ScoredSimulation | ScoredExplanation): number | null {
  const simulation = of.dataclassName === 'ScoredExplanation' ? of.scoredSimulation : of;
  return simulation.evCorrelationScore;
}

/** Sorts by score, best first. Missing and undefined scores come last. */
export function compareScores(a: number | null, b: number | null): number {
  const known = (score: number | null): score is number => score !== null && !Number.isNaN(score);
  if (known(a) && known(b)) return b - a;
  return Number(known(b)) - Number(known(a));
}

import { simulationOf } from '../../analysis/simulation.ts';
import type { ScoredExplanation, SequenceSimulation } from '../../format/schema.ts';
import type { Distribution, TokenDistribution } from '../contract/tokenProtocol.ts';

/** Null unless there is one distribution per token. */
export function rowsPerToken({ tokens, distributionValues }: SequenceSimulation) {
  return distributionValues.length === tokens.length ? distributionValues : null;
}

const known = new WeakMap<ScoredExplanation, boolean>();

/** An empty distribution means no prediction only if other tokens have one. */
export function hasDistributions(scored: ScoredExplanation): boolean {
  const found =
    known.get(scored) ??
    scored.scoredSimulation.scoredSequenceSimulations.some(({ simulation }) =>
      rowsPerToken(simulation)?.some((row) => row.length > 0),
    );
  known.set(scored, found);
  return found;
}

/** Null if there is no such sequence. */
export function tokenDistribution(
  scored: ScoredExplanation,
  sequence: number,
  token: number,
): TokenDistribution | null {
  const simulation = scored.scoredSimulation.scoredSequenceSimulations[sequence]?.simulation;
  if (!simulation) return null;
  const before = simulationOf(scored).uncalibrated && simulation.uncalibratedSimulation;
  if (!hasDistributions(scored)) return { simulated: null, uncalibrated: null };
  return {
    simulated: distributionOf(simulation, token),
    uncalibrated: before && distributionOf(before, token),
  };
}

function distributionOf(simulation: SequenceSimulation, token: number): Distribution | null {
  const values = rowsPerToken(simulation)?.[token];
  const probabilities = simulation.distributionProbabilities[token];
  if (!values || !probabilities) return null;
  const byValue = new Map<number, number>();
  for (const [i, value] of values.entries()) {
    const probability = probabilities[i];
    if (!Number.isFinite(value) || probability === undefined || !(probability >= 0)) continue;
    if (Number.isFinite(probability)) byValue.set(value, (byValue.get(value) ?? 0) + probability);
  }
  const sorted = [...byValue].sort(([a], [b]) => a - b);
  const mass = sorted.reduce((sum, [, probability]) => sum + probability, 0);
  // Not probabilities, if their sum overflows.
  if (mass === Infinity) return null;
  return {
    values: sorted.map(([value]) => value),
    probabilities: sorted.map(([, probability]) => probability),
    mass,
    entropy: mass > 0 ? entropyOf(sorted.map(([, probability]) => probability / mass)) : null,
  };
}

/** In bits. */
function entropyOf(shares: readonly number[]): number {
  // Avoids −0.
  return shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0) || 0;
}

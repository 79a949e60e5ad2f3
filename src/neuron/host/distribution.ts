import { hasDistributions, rowsPerToken } from '../../analysis/judgedSequence.ts';
import { simulationOf } from '../../analysis/simulation.ts';
import type { Explanation, SimulatedValues } from '../../model/explanation.ts';
import type { Distribution, TokenDistribution } from '../contract/tokenProtocol.ts';

/** Null if there is no such sequence. */
export function tokenDistribution(
  explanation: Explanation,
  sequence: number,
  token: number,
): TokenDistribution | null {
  const { tokens, simulation } = explanation.sequences[sequence] ?? {};
  if (!tokens || !simulation) return null;
  const before = simulationOf(explanation).uncalibrated && simulation.uncalibrated;
  if (!hasDistributions(explanation)) return { simulated: null, uncalibrated: null };
  return {
    simulated: distributionOf(tokens, simulation, token),
    uncalibrated: before && distributionOf(tokens, before, token),
  };
}

function distributionOf(
  tokens: readonly string[],
  simulated: SimulatedValues,
  token: number,
): Distribution | null {
  const values = rowsPerToken(tokens, simulated)?.[token];
  const probabilities = simulated.distributions.probabilities[token];
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

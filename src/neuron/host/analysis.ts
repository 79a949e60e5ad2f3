import { analyse } from '../../analysis/analyse.ts';
import type { NeuronSimulationResults } from '../../format/schema.ts';
import type { AnalysisMessage } from '../contract/analysisProtocol.ts';

/** Upper limits of an analysis. More would neither show in a plot nor be stepped through. */
const limits = { points: 20_000, topTokens: 20, misses: 200 };

/** Null if there is no such explanation. */
export function analysisMessage(
  neuron: NeuronSimulationResults,
  explanation: number,
): AnalysisMessage | null {
  const scored = neuron.scoredExplanations[explanation];
  return scored ? { explanation, ...analyse(scored, limits) } : null;
}

import { analyse } from '../../analysis/analyse.ts';
import type { NeuronSimulationResults } from '../../format/schema.ts';
import type { AnalysisMessage } from '../contract/analysisProtocol.ts';

/** What a page gets at most: a plot shows no more points, and nobody walks through more misses. */
const limits = { points: 20_000, topTokens: 20, misses: 200 };

/** The analysis of one explanation for the page; null where there is no such explanation. */
export function analysisMessage(
  neuron: NeuronSimulationResults,
  explanation: number,
): AnalysisMessage | null {
  const scored = neuron.scoredExplanations[explanation];
  return scored ? { explanation, ...analyse(scored, limits) } : null;
}

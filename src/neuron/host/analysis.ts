import { analyse } from '../../analysis/analyse.ts';
import type { ExplainedUnit } from '../../model/explanation.ts';
import type { AnalysisMessage } from '../contract/analysisProtocol.ts';

/** Upper limits of an analysis. More would neither show in a plot nor be stepped through. */
const limits = { points: 20_000, topTokens: 20, misses: 200 };

/** Null if there is no such explanation. */
export function analysisMessage(
  { explanations }: ExplainedUnit,
  explanation: number,
): AnalysisMessage | null {
  const explained = explanations[explanation];
  return explained ? { explanation, ...analyse(explained, limits) } : null;
}

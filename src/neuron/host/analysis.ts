import { analyse } from '../../analysis/analyse.ts';
import type { ExplainedUnit } from '../../model/explanation.ts';
import type { AnalysisMessage } from '../contract/analysisProtocol.ts';

/** What a page gets at most: a plot shows no more points, and nobody walks through more misses. */
const limits = { points: 20_000, topTokens: 20, misses: 200 };

/** The analysis of one explanation for the page; null where there is no such explanation. */
export function analysisMessage(
  { explanations }: ExplainedUnit,
  explanation: number,
): AnalysisMessage | null {
  const explained = explanations[explanation];
  return explained ? { explanation, ...analyse(explained, limits) } : null;
}

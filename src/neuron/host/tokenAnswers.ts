import type { ExplainedUnit } from '../../model/explanation.ts';
import { tokenDistribution } from './distribution.ts';
import { findText } from './find.ts';
import type { Search, TokenPosition } from '../contract/contract.ts';
import type { Found, TokenDistribution } from '../contract/tokenProtocol.ts';

/** Null if there is no such token. */
export function distributionAt(
  { explanations }: ExplainedUnit,
  { explanation, sequence, token }: TokenPosition,
): TokenDistribution | null {
  const explained = explanations[explanation];
  return explained ? tokenDistribution(explained, sequence, token) : null;
}

/** Null if there is no such explanation. */
export function findIn(
  { explanations }: ExplainedUnit,
  { explanation, order, text }: Search,
): Found | null {
  const explained = explanations[explanation];
  return explained ? findText(explained, order, text) : null;
}

import type { ExplainedUnit } from '../../model/explanation.ts';
import { tokenDistribution } from './distribution.ts';
import { findText } from './find.ts';
import type { Search, TokenPlace } from '../contract/contract.ts';
import type { Found, TokenDistribution } from '../contract/tokenProtocol.ts';

/** What the simulator predicted for a token. Null where there is no such. */
export function distributionAt(
  { explanations }: ExplainedUnit,
  { explanation, sequence, token }: TokenPlace,
): TokenDistribution | null {
  const explained = explanations[explanation];
  return explained ? tokenDistribution(explained, sequence, token) : null;
}

/** Where a text occurs in an explanation's sequences. Null where there is no such explanation. */
export function findIn(
  { explanations }: ExplainedUnit,
  { explanation, order, text }: Search,
): Found | null {
  const explained = explanations[explanation];
  return explained ? findText(explained, order, text) : null;
}

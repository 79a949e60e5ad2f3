import type { NeuronSimulationResults } from '../../format/schema.ts';
import { tokenDistribution } from './distribution.ts';
import { findText } from './find.ts';
import type { Found, TokenDistribution, TokenRequest } from '../contract/tokenProtocol.ts';

/** What is asked of a neuron's tokens. Null where there is no such explanation or sequence. */
export function answerTokens(
  neuron: NeuronSimulationResults,
  request: TokenRequest,
): TokenDistribution | Found | null {
  const scored = neuron.scoredExplanations[request.explanation];
  if (!scored) return null;
  if (request.type === 'find') return findText(scored, request.order, request.text);
  return tokenDistribution(scored, request.sequence, request.token);
}

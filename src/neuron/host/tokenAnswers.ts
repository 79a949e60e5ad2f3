import type { NeuronSimulationResults } from '../../format/schema.ts';
import { tokenDistribution } from './distribution.ts';
import { findText } from './find.ts';
import type { Search, TokenPosition } from '../contract/contract.ts';
import type { Found, TokenDistribution } from '../contract/tokenProtocol.ts';

/** Null if there is no such token. */
export function distributionAt(
  neuron: NeuronSimulationResults,
  { explanation, sequence, token }: TokenPosition,
): TokenDistribution | null {
  const scored = neuron.scoredExplanations[explanation];
  return scored ? tokenDistribution(scored, sequence, token) : null;
}

/** Null if there is no such explanation. */
export function findIn(
  neuron: NeuronSimulationResults,
  { explanation, order, text }: Search,
): Found | null {
  const scored = neuron.scoredExplanations[explanation];
  return scored ? findText(scored, order, text) : null;
}

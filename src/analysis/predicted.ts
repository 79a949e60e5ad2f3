import type { Explanation, SimulatedValues, StoredSequence } from '../model/explanation.ts';
import { kept } from './measures.ts';

const known = new WeakMap<Explanation, boolean>();

/** Whether an explanation has distributions. If not, an empty one says nothing about its token. */
export function hasDistributions(explanation: Explanation): boolean {
  return kept(known, explanation, ({ sequences }) =>
    sequences.some(({ tokens, simulation }) =>
      rowsPerToken(tokens, simulation)?.some((row) => row.length > 0),
    ),
  );
}

/** Whether the simulator predicted each token; null if all are predicted or it is unknown. */
export function predictedTokens(
  explanation: Explanation,
  { tokens, simulation }: StoredSequence,
): boolean[] | null {
  const rows = hasDistributions(explanation) ? rowsPerToken(tokens, simulation) : null;
  if (!rows || rows.every((row) => row.length > 0)) return null;
  return rows.map((row) => row.length > 0);
}

/** The predicted values of each token; null unless there is one list per token. */
export function rowsPerToken(
  tokens: readonly string[],
  simulated: SimulatedValues | null,
): readonly (readonly number[])[] | null {
  const rows = simulated?.distributions.values;
  return rows?.length === tokens.length ? rows : null;
}

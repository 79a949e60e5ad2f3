import type { RowExplanation } from '../../../../src/catalog/rows/neuronRow.ts';

/** An explanation of a row, with its scores by name. */
export interface Explained extends Omit<RowExplanation, 'scores'> {
  readonly score: number | null;
  readonly rSquared: number | null;
  readonly absoluteDevExplained: number | null;
}

export function rowExplanation(explained: Explained): RowExplanation {
  const { score, rSquared, absoluteDevExplained, ...rest } = explained;
  return { ...rest, scores: [score, rSquared, absoluteDevExplained] };
}

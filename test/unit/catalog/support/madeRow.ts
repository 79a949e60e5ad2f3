import type { NeuronRow } from '../../../../src/catalog/rows/neuronRow.ts';
import { type Explained, rowExplanation } from './explained.ts';

/** A row with these explanations, of as little as a test wants to say of each. */
export function rowWith(...explanations: readonly (string | Partial<Explained>)[]): NeuronRow {
  return {
    explanations: explanations.map((each) =>
      rowExplanation({
        text: ' a text',
        score: 0.5,
        rSquared: 0.25,
        absoluteDevExplained: null,
        sequences: 10,
        tokens: 640,
        ...(typeof each === 'string' ? { text: each } : each),
      }),
    ),
    failure: undefined,
    problems: [],
    problemCount: 0,
  };
}

/** The row of a file that cannot be read, and why. */
export function rowFailing(failure: string): NeuronRow {
  return { explanations: [], failure, problems: [], problemCount: 1 };
}

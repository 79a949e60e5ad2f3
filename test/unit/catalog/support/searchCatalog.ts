import type { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import { ExplanationDirectory } from '../../../../src/catalog/rows/explanationDirectory.ts';
import type { NeuronRow, RowExplanation } from '../../../../src/catalog/rows/neuronRow.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { unitOf } from './keys.ts';
import { WatchedSource } from './watchedSource.ts';

/** A text and its preferred score; null where it is left out. */
export type Explained = readonly [text: string, score?: number | null];

/** A catalog without files, of neurons 0:0, 0:1, … with these explanations, best first. */
export function catalogued(
  neurons: readonly (readonly Explained[])[],
  path = '/data/explanations',
): ExplanationDirectory {
  const directory = new ExplanationDirectory(`file://${path}`, new WatchedSource(), path, openai);
  neurons.forEach((explanations, n) => setNeuron(directory.catalog, `0:${n}`, explanations));
  return directory;
}

/** Notes what a neuron, such as `5:131`, is explained by. */
export function setNeuron(
  catalog: Catalog,
  id: string,
  explanations: readonly Explained[],
  state: 'provisional' | 'exact' = 'exact',
): void {
  const stamp = { size: 1, modified: 1 };
  const key = `${id.replace(':', '/')}.jsonl`;
  catalog.set(unitOf(key).group, key, stamp, rowOf(explanations), state);
}

function rowOf(explanations: readonly Explained[]): NeuronRow {
  return {
    explanations: explanations.map(([text, score = null]) => explanationOf(text, score)),
    failure: undefined,
    problems: [],
    problemCount: 0,
  };
}

function explanationOf(text: string, score: number | null): RowExplanation {
  return { text, scores: [score, null, null], sequences: 1, tokens: 64 };
}

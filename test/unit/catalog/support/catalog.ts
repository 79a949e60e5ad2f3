import {
  ExplanationDirectory,
  type NeuronRef,
} from '../../../../src/catalog/rows/explanationDirectory.ts';
import type { NeuronRow, RowExplanation } from '../../../../src/catalog/rows/neuronRow.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { localFileSource } from '../../../../src/platform/node/localFileSource.ts';
import { layerOf } from './keys.ts';

/** What a test says of an explanation: its score, or that and its text. */
export type Said = number | null | readonly [score: number | null, text: string];

export const explanation = (said: Said): RowExplanation => {
  const [score, text] = Array.isArray(said) ? (said as [number | null, string]) : [said, ' text'];
  return { text, scores: [score as number | null, null, null], sequences: 1, tokens: 1 };
};

/** The row of a neuron with these explanations, best first. */
export const row = (...explanations: Said[]): NeuronRow => ({
  explanations: explanations.map(explanation),
  failure: undefined,
  problems: [],
  problemCount: 0,
});

export const failed: NeuronRow = { ...row(), failure: 'it is empty', problemCount: 1 };

/** A neuron that is listed only. */
export const unread = undefined;

const stamp = { size: 1, modified: 1 };

/** A directory, of nothing on disk, whose catalog has these neurons `0`, `1`, … of a layer. */
export function directoryWith(
  rows: readonly (NeuronRow | typeof unread)[],
  layer = 0,
  directory = new ExplanationDirectory('file:///run', localFileSource, '/run', openai),
): {
  directory: ExplanationDirectory;
  neurons: NeuronRef[];
  catalog: ExplanationDirectory['catalog'];
} {
  const { catalog } = directory;
  const group = layerOf(String(layer));
  catalog.addLayer(group);
  const neurons = rows.map((known, n) => {
    const key = `${layer}/${n}.jsonl`;
    if (known) catalog.set(group, key, stamp, known, 'exact');
    else catalog.list(group, key, stamp);
    return directory.refTo(key)!;
  });
  return { directory, neurons, catalog };
}

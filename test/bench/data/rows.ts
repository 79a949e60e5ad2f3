import type { NeuronRow } from '../../../src/catalog/rows/neuronRow.ts';
import { wideExplanation, wideSize } from './wide.ts';

/** A neuron in a catalog: its path, the stamp of its file and its row. */
export interface MadeUpEntry {
  readonly layer: number;
  readonly neuron: number;
  /** Below the explanation directory. */
  readonly path: string;
  readonly size: number;
  /** In microseconds since 1970. */
  readonly modified: number;
  readonly row: NeuronRow;
}

/** Ten times as many as GPT-2 XL has. */
export const manyRows = 3_072_000;

const madeAt = Date.UTC(2026, 0, 1) * 1000;

/** Entries in order, without files; the first 307,200 are those of the wide data. */
export function* madeUpEntries(count: number): Generator<MadeUpEntry> {
  for (let i = 0; i < count; i++) {
    const neuron = i % wideSize.neurons;
    const layer = (i - neuron) / wideSize.neurons;
    yield {
      layer,
      neuron,
      path: `${layer}/${neuron}.jsonl`,
      size: 300_000 + (i % 7919),
      modified: madeAt + i * 1000,
      row: {
        explanations: [wideExplanation(layer, neuron)],
        failure: undefined,
        problems: [],
        problemCount: 0,
      },
    };
  }
}

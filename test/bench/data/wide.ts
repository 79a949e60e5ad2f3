import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowExplanation } from '../../../src/catalog/rows/neuronRow.ts';
import { integer } from './choose.ts';
import { ensureData } from './folder.ts';
import { neuronBytes } from './neuronText.ts';
import { type ShortPiece, shortPieces, type Spelling } from './pieces.ts';
import { one, type PlannedExplanation, planNeuron } from './plan.ts';

/** As many as GPT-2 XL has. */
export const wideSize = { layers: 48, neurons: 6400 } as const;

export const wideRows = wideSize.layers * wideSize.neurons;

/** Files with one explanation and few tokens; every other layer is in the public spelling. */
export function ensureWide(): string {
  return ensureData('wide', (folder) => {
    for (let layer = 0; layer < wideSize.layers; layer++) {
      const path = join(folder, String(layer));
      mkdirSync(path);
      for (let neuron = 0; neuron < wideSize.neurons; neuron++) {
        writeFileSync(join(path, `${neuron}.jsonl`), wideFile(layer, neuron));
      }
    }
  });
}

export function wideFile(layer: number, neuron: number): Buffer {
  const { explanation, sequences, spelling } = planWide(layer, neuron);
  const pieces = sequences.map(({ piece }) => piece);
  return neuronBytes(layer, neuron, [{ ...explanation, pieces }], spelling);
}

/** What the catalog keeps of the file, without making it. */
export function wideExplanation(layer: number, neuron: number): RowExplanation {
  const { explanation, sequences } = planWide(layer, neuron);
  const { text, score, rSquared, absoluteDevExplained } = explanation;
  const scores = [score, rSquared, absoluteDevExplained];
  const tokens = sequences.reduce((sum, { tokens }) => sum + tokens, 0);
  return { text, scores, sequences: sequences.length, tokens };
}

const pieces: Record<Spelling, ShortPiece[]> = {
  public: shortPieces('public'),
  released: shortPieces('released'),
};

function planWide(
  layer: number,
  neuron: number,
): { explanation: PlannedExplanation; sequences: ShortPiece[]; spelling: Spelling } {
  const { explanations, random } = planNeuron(layer * wideSize.neurons + neuron, one);
  const spelling = layer % 2 === 0 ? 'public' : 'released';
  const from = pieces[spelling];
  const sequences = Array.from(
    { length: 1 + integer(random, 2) },
    () => from[integer(random, from.length)]!,
  );
  return { explanation: explanations[0]!, sequences, spelling };
}

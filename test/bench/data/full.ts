import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { integer } from './choose.ts';
import { ensureData } from './folder.ts';
import { neuronBytes } from './neuronText.ts';
import { chooseSome, longPieces, type Pieces, type Spelling } from './pieces.ts';
import { oneToThree, planNeuron } from './plan.ts';

export const fullSize = { layers: 4, neurons: 1000 } as const;

const kinds = 20;
const seed = 0x5eed;

/** Files as real ones are, of about 300 KB; every other layer in the public spelling. */
export function ensureFull(): string {
  return ensureData('full', (folder) => {
    for (let layer = 0; layer < fullSize.layers; layer++) writeLayer(folder, layer);
  });
}

/** What a neuron's file is made from. */
export function planFull(layer: number, neuron: number): ReturnType<typeof planNeuron> {
  return planNeuron(seed + layer * fullSize.neurons + neuron, oneToThree);
}

/** How many explanations there are. */
export function countFull(): number {
  let count = 0;
  for (let layer = 0; layer < fullSize.layers; layer++) {
    for (let neuron = 0; neuron < fullSize.neurons; neuron++) {
      count += planFull(layer, neuron).explanations.length;
    }
  }
  return count;
}

/** Makes the files of a layer, one after the other. */
export function fullFiles(layer: number, ofKinds = kinds): (neuron: number) => Buffer {
  const spelling: Spelling = layer % 2 === 0 ? 'public' : 'released';
  const pieces = Array.from({ length: ofKinds }, (_, kind) => longPieces(spelling, kind));
  return (neuron) => {
    const { explanations, random } = planFull(layer, neuron);
    const { top, random: others } = pieces[integer(random, ofKinds)]!;
    const sequences = [...chooseSome(top, 5, random), ...chooseSome(others, 5, random)];
    const withPieces = explanations.map((explanation, variant) => ({
      ...explanation,
      pieces: sequences.map((sequence: Pieces['top'][number]) => sequence[variant]!),
    }));
    return neuronBytes(layer, neuron, withPieces, spelling);
  };
}

function writeLayer(folder: string, layer: number): void {
  const path = join(folder, String(layer));
  mkdirSync(path);
  const fileOf = fullFiles(layer);
  for (let neuron = 0; neuron < fullSize.neurons; neuron++) {
    writeFileSync(join(path, `${neuron}.jsonl`), fileOf(neuron));
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWindows } from '../../samples/corpus.ts';
import { randomOf } from '../../samples/random.ts';
import { integer } from './choose.ts';
import { ensureData } from './folder.ts';
import { fullFiles } from './full.ts';
import { neuronBytes } from './neuronText.ts';
import { written } from './pieces.ts';
import { one, planNeuron } from './plan.ts';
import { activations, scoredSequence } from './sequence.ts';

/** Number of usual neurons in layer 0. Layer 1 has a large neuron, 0, and a usual one, 1. */
export const usualNeurons = 40;

const large = { sequences: 1000, listed: 11, seed: 7 } as const;

/** Neurons of 10 sequences of 64 tokens, 300 KB, and one of 1,000 of 128 tokens, 60 MB. */
export function ensureViews(): string {
  return ensureData('views', (folder) => {
    for (const layer of ['0', '1']) mkdirSync(join(folder, layer));
    const fileOf = fullFiles(0);
    for (let neuron = 0; neuron < usualNeurons; neuron++) {
      writeFileSync(join(folder, '0', `${neuron}.jsonl`), fileOf(neuron));
    }
    writeFileSync(join(folder, '1', '0.jsonl'), largeFile());
    writeFileSync(join(folder, '1', '1.jsonl'), fullFiles(1)(1));
  });
}

function largeFile(): Buffer {
  const random = randomOf('large');
  const windows = readWindows();
  const some = () => windows[integer(random, windows.length)]!.tokens;
  const pieces = Array.from({ length: large.sequences }, (_, i) => {
    const tokens = [...some(), ...some()];
    const actual = activations(tokens.length, i < large.sequences / 2, random);
    const detail = { listed: large.listed, slope: 0.3, intercept: -0.1 };
    return written(scoredSequence(tokens, actual, detail, random), 'released');
  });
  const [explanation] = planNeuron(large.seed, one).explanations;
  return neuronBytes(1, 0, [{ ...explanation!, pieces }], 'released');
}

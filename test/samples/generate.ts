import { buildNeuron } from './build.ts';
import { readWindows } from './corpus.ts';
import { layer0 } from './neurons/layer0.ts';
import { layer11 } from './neurons/layer11.ts';
import { layer47 } from './neurons/layer47.ts';
import { layer5 } from './neurons/layer5.ts';
import { writeReadme } from './readme.ts';
import { write } from './style.ts';

/** All files of the samples, by their paths below `samples/`. The same each time. */
export function generateSamples(): Map<string, string> {
  const windows = readWindows();
  const neurons = [...layer0, ...layer5, ...layer11, ...layer47];
  const files = new Map([['README.md', writeReadme(neurons)]]);
  for (const neuron of neurons) {
    const record = buildNeuron(neuron, windows);
    const path = `explanations/${neuron.layer}/${neuron.index}.jsonl`;
    files.set(path, write(record, neuron.style ?? 'released'));
  }
  return files;
}

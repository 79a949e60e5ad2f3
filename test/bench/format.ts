import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localFileSource } from '../../src/platform/node/localFileSource.ts';
import { readNeuronFile } from '../../src/format/neuronFile.ts';
import { type Measure, timed } from './measure.ts';

const samples = join(import.meta.dirname, '../../samples/explanations');
const neuron = join(samples, '5/17.jsonl');

/** Reading, compared with reading the bytes and parsing them as JSON. */
export const formatMeasures: readonly Measure[] = [
  {
    name: 'read, decode and check a neuron',
    unit: 'ms',
    prepare: () => ({
      sample: timed(() => readNeuronFile(localFileSource, neuron, { layer: 5, neuron: 17 })),
      peer: {
        name: 'readFile and JSON.parse of the same file',
        sample: timed(async () => JSON.parse(await readFile(neuron, 'utf8')) as unknown),
      },
    }),
  },
];

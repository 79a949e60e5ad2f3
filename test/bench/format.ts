import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExplanationDirectory } from '../../src/catalog/explanationDirectory.ts';
import { listAll, readRows } from '../../src/catalog/listAll.ts';
import { localFileSource } from '../../src/files/localFileSource.ts';
import { readNeuronFile } from '../../src/format/neuronFile.ts';
import { type Measure, timed } from './measure.ts';

const samples = join(import.meta.dirname, '../../samples/explanations');
const neuron = join(samples, '5/17.jsonl');

/** What reading costs, against the least that anyone could do: read the same bytes and parse them as JSON. */
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
  {
    name: 'read the rows of a directory',
    unit: 'ms',
    prepare: () => ({
      sample: timed(readAllRows),
      peer: {
        name: 'readFile and JSON.parse of the same files, one by one',
        sample: timed(async () => {
          for (const file of await readdir(samples, { recursive: true })) {
            if (file.endsWith('.jsonl')) JSON.parse(await fileWithoutNaN(join(samples, file)));
          }
        }),
      },
    }),
  },
];

async function readAllRows(): Promise<void> {
  const directory = new ExplanationDirectory('file:///samples', localFileSource, samples);
  await readRows(await listAll([directory]), () => undefined, new AbortController().signal);
}

/** One of the samples is not JSON but what Python writes. */
async function fileWithoutNaN(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replaceAll(/\bNaN\b/g, 'null');
}

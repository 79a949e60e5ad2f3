import { pathToFileURL } from 'node:url';
import {
  ExplanationDirectory,
  neuronId,
  type NeuronRef,
} from '../../../../src/catalog/rows/explanationDirectory.ts';
import { listAll } from '../../../../src/catalog/rows/neighbours.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { folderWith } from './folders.ts';
import { simpleNeuron } from './neuronText.ts';
import { WatchedSource } from './watchedSource.ts';

export interface Opened {
  readonly root: string;
  readonly source: WatchedSource;
  readonly directory: ExplanationDirectory;
}

/** An explanation directory on disk with these files, by their paths below it. */
export function openedWith(files: Readonly<Record<string, string>>): Opened {
  const root = folderWith(files);
  const source = new WatchedSource();
  const directory = new ExplanationDirectory(pathToFileURL(root).href, source, root, openai);
  return { root, source, directory };
}

/** One with these neurons, such as `5:131`, each with one explanation that says its name. */
export function openedWithNeurons(...places: readonly string[]): Opened {
  return openedWith(
    Object.fromEntries(
      places.map((place) => [
        `${place.replace(':', '/')}.jsonl`,
        simpleNeuron(place, ` neuron ${place}`, 0.5),
      ]),
    ),
  );
}

/** A neuron that is listed, by its name. */
export async function neuronOf(directory: ExplanationDirectory, id: string): Promise<NeuronRef> {
  const found = (await listAll([directory])).find((neuron) => neuronId(neuron) === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

export const idsOf = (neurons: readonly NeuronRef[]): string[] => neurons.map(neuronId);

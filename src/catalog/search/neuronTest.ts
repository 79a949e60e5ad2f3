import type { LayerFolder } from '../../format/directories.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import { noNote } from '../rows/neuronNotes.ts';
import type { NumberTest } from './numberRanges.ts';
import type { Query } from './query.ts';

/** The conditions of a query on a layer's neurons, apart from their explanations. */
export interface NeuronTest {
  readonly ofNumber: NumberTest;
  /** By file name; undefined if every file matches. */
  readonly ofFile: ((fileName: string) => boolean) | undefined;
}

/** Gives the test for each layer; undefined if no neuron of the layer can match. */
export function neuronTests(
  { notes, path }: ExplanationDirectory,
  { ofDirectory, ofLayer, ofNeuron, ofNote }: Query,
): (layer: LayerFolder) => NeuronTest | undefined {
  const isDirectory = all(ofDirectory, path);
  const ofNumber = (neuron: number) => all(ofNeuron, neuron);
  return ({ layer, name }) => {
    if (!isDirectory || !all(ofLayer, layer)) return undefined;
    if (ofNote.length === 0) return { ofNumber, ofFile: undefined };
    const noted = notes.ofLayer(name);
    if (noted.size === 0 && !all(ofNote, noNote)) return undefined;
    return { ofNumber, ofFile: (fileName) => all(ofNote, noted.get(fileName) ?? noNote) };
  };
}

export function all<T>(tests: readonly ((value: T) => boolean)[], value: T): boolean {
  for (const holds of tests) if (!holds(value)) return false;
  return true;
}

import type { Group } from '../../model/unit.ts';
import type { ExplanationDirectory } from '../rows/explanationDirectory.ts';
import { noNote } from '../rows/neuronNotes.ts';
import type { NumberTest } from './numberRanges.ts';
import type { Query } from './query.ts';

/** The conditions of a query on a layer's neurons, apart from their explanations. */
export interface NeuronTest {
  readonly ofNumber: NumberTest;
  /** By key of the neuron; undefined if every neuron matches. */
  readonly ofKey: ((key: string) => boolean) | undefined;
}

/** Gives the test for each layer; undefined if no neuron of the layer can match. */
export function neuronTests(
  { notes, path }: ExplanationDirectory,
  { ofDirectory, ofLayer, ofNeuron, ofNote }: Query,
): (layer: Group) => NeuronTest | undefined {
  const isDirectory = all(ofDirectory, path);
  const ofNumber = (number: number) => all(ofNeuron, number);
  return ({ number, key }) => {
    if (!isDirectory || !all(ofLayer, number)) return undefined;
    if (ofNote.length === 0) return { ofNumber, ofKey: undefined };
    const noted = notes.ofLayer(key);
    if (noted.size === 0 && !all(ofNote, noNote)) return undefined;
    return { ofNumber, ofKey: (unitKey) => all(ofNote, noted.get(unitKey) ?? noNote) };
  };
}

export function all<T>(tests: readonly ((value: T) => boolean)[], value: T): boolean {
  for (const holds of tests) if (!holds(value)) return false;
  return true;
}

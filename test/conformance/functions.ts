import type { FileSource } from '../../src/files/fileSource.ts';
import { localFileSource } from '../../src/platform/node/localFileSource.ts';
import {
  getNumericalSubdirs,
  getSortedNeuronIndicesFromExplanations,
} from '../../src/format/directories.ts';
import { FormatError } from '../../src/format/errors.ts';
import { loads } from '../../src/format/loads.ts';
import { getPreferredScore } from '../../src/format/preferredScore.ts';
import * as reading from '../../src/format/reading.ts';
import { ActivationScale, type ScoredSimulation } from '../../src/format/schema.ts';

type Index = number | string;

type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The functions that read files. */
export const readingFunctions = (files: FileSource): Functions => ({
  load_neuron_explanations: (path: string, layer: Index, neuron: Index) =>
    reading.loadNeuronExplanations(files, path, layer, neuron),
  load_neuron_explanations_async: (path: string, layer: Index, neuron: Index) =>
    reading.loadNeuronExplanationsAsync(files, path, layer, neuron),
  read_file: (path: string) => reading.readFile(files, path),
  read_explanation_file: (path: string) => reading.readExplanationFile(files, path),
  read_json_file: (path: string) => reading.readJsonFile(files, path),
  get_numerical_subdirs: (path: string) => getNumericalSubdirs(files, path),
  get_sorted_neuron_indices_from_explanations: (path: string, layer: Index) =>
    getSortedNeuronIndicesFromExplanations(files, path, layer),
});

/** Functions that conformance files call by name. Arguments are JSON and not validated. */
export const functions: Functions = {
  loads: (text: string) => loads(text),
  loads_strict: (text: string) => loads(text, { strict: true }),
  preferred_score: (text: string) => getPreferredScore(loads(text) as ScoredSimulation),
  activation_scale: (value: string) => {
    const scale = ActivationScale.safeParse(value);
    if (scale.success) return scale.data;
    throw new FormatError(`expected ${scale.error.issues[0]!.message}, found ${value}`);
  },
  ...readingFunctions(localFileSource),
};

import * as raw from '../format/rawNeuron.ts';
import { place } from './hostileFiles.ts';

const id = { layer_index: place.layer, neuron_index: place.neuron };

/** A neuron's file with these explanations, as they stand in it. */
const ofExplanations = (texts: string) =>
  `{"neuron_id": ${JSON.stringify(id)}, "scored_explanations": [${texts}]}`;

/** One whose only explanation has these sequences. */
function ofSequences(texts: string): string {
  const simulation = `{"scored_sequence_simulations": [${texts}]}`;
  return ofExplanations(`{"explanation": " a", "scored_simulation": ${simulation}}`);
}

const repeat = (text: string, count: number, separator = ',') =>
  Array.from({ length: count }, () => text).join(separator);

const emptySimulation = '{"scored_sequence_simulations": []}';
const simulation = raw.simulation({ uncalibrated_simulation: null });
const sequence = (changes: object) => JSON.stringify(raw.sequence({ simulation, ...changes }));
const withSimulation = (changes: object) =>
  sequence({ simulation: raw.simulation({ uncalibrated_simulation: null, ...changes }) });

/** Files that have one thing very often, by what that is: made of `count` of it. */
export const repetitions: Readonly<Record<string, (count: number) => string>> = {
  'explanations that are numbers': (count) => ofExplanations(repeat('1', count)),
  'explanations that are empty': (count) => ofExplanations(repeat('{}', count)),
  'explanations without words or sequences': (count) =>
    ofExplanations(repeat(`{"explanation": "", "scored_simulation": ${emptySimulation}}`, count)),
  'explanations every other of which is null': (count) =>
    ofExplanations(
      repeat(`null,{"explanation": "", "scored_simulation": ${emptySimulation}}`, count / 2),
    ),
  'sequences that are lists': (count) => ofSequences(repeat('[]', count)),
  'sequences with too few activations': (count) =>
    ofSequences(repeat(sequence({ true_activations: [1] }), count / 4)),
  'sequences with missing values': (count) =>
    ofSequences(repeat(sequence({ true_activations: [1, null] }), count / 4)),
  'sequences without scores': (count) =>
    ofSequences(repeat(sequence({ ev_correlation_score: undefined }), count / 4)),
  'sequences that say too much': (count) =>
    ofSequences(repeat(sequence({ colour: 'red' }), count / 4)),
  'tokens that are numbers': (count) =>
    ofSequences(withSimulation({ tokens: Array.from({ length: count }, (_, i) => i) })),
  'rows that are numbers': (count) =>
    ofSequences(withSimulation({ distribution_values: Array.from({ length: count }, () => 1) })),
  'unknown fields': (count) =>
    `{"scored_explanations": [], ${Array.from({ length: count }, (_, i) => `"f${i}": 0`).join()}}`,
  'one field': (count) => `{${repeat('"scored_explanations": []', count)}}`,
  'characters of a field’s name': (count) =>
    `{"scored_explanations": [], "${'long '.repeat(count)}": 0}`,
  'characters of a class’s name': (count) => `{"dataclass_name": "${'C'.repeat(count)}"}`,
  'characters of an explanation': (count) =>
    ofExplanations(
      `{"explanation": "${' a'.repeat(count)}", "scored_simulation": ${emptySimulation}}`,
    ),
  'escapes in a text without an end': (count) => `{"neuron_id": "${'\\"'.repeat(count)}`,
  'line ends': (count) => '\n'.repeat(count),
  'line ends around a neuron': (count) =>
    `${'\n'.repeat(count)}${ofExplanations('')}${'\r\n'.repeat(count)}`,
  'lines of neurons': (count) => repeat(ofExplanations(''), count / 10, '\n'),
  'lines that are cut off': (count) => repeat('{"neuron_id": [', count, '\n'),
  brackets: (count) => '['.repeat(count),
  'brackets in brackets': (count) => `${'['.repeat(count)}${']'.repeat(count)}`,
  'empty lists': (count) => `[${repeat('[]', count)}]`,
  'simulations in simulations': () => ofSequences(sequence({ simulation: nested(240, {}) })),
  'simulations with faults in simulations': () =>
    ofSequences(sequence({ simulation: nested(240, { tokens: 7, unit: 3, colour: 'red' }) })),
  'quantiles that are numbers': (count) =>
    `{"neuron_id": ${JSON.stringify(id)}, "random_sample_by_quantile": [${repeat('1', count)}]}`,
  'records that are numbers': (count) =>
    `{"neuron_id": ${JSON.stringify(id)}, "random_sample": [${repeat('1', count)}]}`,
  'records with too few activations': (count) =>
    `{"random_sample": [${repeat('{"tokens": ["a"], "activations": []}', count)}]}`,
};

function nested(depth: number, changes: object): object {
  let inner: unknown = null;
  for (let i = 0; i < depth; i++)
    inner = raw.simulation({ uncalibrated_simulation: inner, ...changes });
  return inner as object;
}

import type { DecodedNeuron } from './decode.ts';
import { locate } from './locate.ts';
import { type Problem, problem, shorten } from './problem.ts';
import type { JsonPath } from './pythonJson.ts';
import type { NeuronSimulationResults, ScoredSequenceSimulation } from './schema.ts';

/**
 * Finds well-typed values in a neuron's sequences that are inconsistent. Paths use the current
 * field names. `fileIndices` gives the file's indices of the elements that were decoded, for the
 * path of a list.
 */
export function checkSequences(
  neuron: NeuronSimulationResults,
  fileIndices: (path: JsonPath) => number[],
): Problem[] {
  const explanations = fileIndices(['scored_explanations']);
  return neuron.scoredExplanations.flatMap((explanation, e) => {
    const list = [
      'scored_explanations',
      explanations[e]!,
      'scored_simulation',
      'scored_sequence_simulations',
    ];
    const sequences = fileIndices(list);
    return explanation.scoredSimulation.scoredSequenceSimulations.flatMap((sequence, s) =>
      checkLengths(sequence).map(({ field, message }) =>
        problem('lengths-differ', [...list, sequences[s]!, ...field], message),
      ),
    );
  });
}

/**
 * Checks that a file has a neuron ID and that it matches the path, if the path has one. `text` is
 * the file's: IDs too large for a double are quoted as written.
 */
export function checkId(
  { neuron, problems, pathInFile }: DecodedNeuron,
  place: { readonly layer: number; readonly neuron: number } | undefined,
  text: string,
): Problem[] {
  const { layerIndex, neuronIndex } = neuron.neuronId;
  if (layerIndex === place?.layer && neuronIndex === place.neuron) return [];
  const fields = [
    { path: pathInFile(['neuron_id', 'layer_index']), value: layerIndex },
    { path: pathInFile(['neuron_id', 'neuron_index']), value: neuronIndex },
  ];
  const missing = fields.filter(({ value }) => Number.isNaN(value));
  if (missing.length > 0) {
    // A field that is missing or of the wrong type is already reported.
    return missing
      .filter(({ path }) => !problems.some((told) => isWithin(path, told.path)))
      .map(({ path }) =>
        problem('id-missing', path, 'Expected a whole number, found NaN. Using the path.'),
      );
  }
  if (!place) return [];
  const [layer, index] = fields.map(({ path, value }) => asWritten(value, path, text));
  return [
    problem(
      'id-differs',
      ['neuron_id'],
      `Path says ${place.layer}:${place.neuron} but neuron_id says ${layer}:${index}. Using the path.`,
    ),
  ];
}

function isWithin(path: JsonPath, around: JsonPath): boolean {
  return around.length > 0 && around.every((key, i) => path[i] === key);
}

function asWritten(value: number, path: JsonPath, text: string): string {
  const range = Number.isSafeInteger(value) ? undefined : locate(text, path);
  return range ? shorten(text.slice(range.start, range.end)) : String(value);
}

function checkLengths(sequence: ScoredSequenceSimulation): { field: string[]; message: string }[] {
  const { simulation, trueActivations } = sequence;
  const expected = simulation.tokens.length;
  const rows = simulation.distributionValues.length;
  const lengths: [string[], number, string][] = [
    [['true_activations'], trueActivations.length, 'activation'],
    [['simulation', 'expected_activations'], simulation.expectedActivations.length, 'value'],
    // Some writers store an empty list when there are no distributions.
    [['simulation', 'distribution_values'], rows === 0 ? expected : rows, 'row'],
  ];
  return lengths
    .filter(([, found]) => found !== expected)
    .map(([field, found, what]) => ({
      field,
      message: `Expected one ${what} for each of the ${expected} tokens, found ${found}. They are matched from the start.`,
    }));
}

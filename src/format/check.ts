import { type Problem, problem } from './problem.ts';
import type { JsonPath } from './pythonJson.ts';
import type { NeuronSimulationResults, ScoredSequenceSimulation } from './schema.ts';

/**
 * What is well-typed in a neuron's sequences and yet does not fit together. Paths are by the current field names. `fileIndices` gives,
 * for the path to a list, the file's indices of the elements that were decoded.
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

/** That the id inside a file is that of its place: `layer` is the folder's number, `neuron` the file's. */
export function checkId(
  results: NeuronSimulationResults,
  layer: number,
  neuron: number,
): Problem[] {
  const { layerIndex, neuronIndex } = results.neuronId;
  if (layerIndex === layer && neuronIndex === neuron) return [];
  // The decoder has said already that the file has no such number.
  if (Number.isNaN(layerIndex) || Number.isNaN(neuronIndex)) return [];
  return [
    problem(
      'id-differs',
      ['neuron_id'],
      `The file's place says ${layer}:${neuron}, its content ${layerIndex}:${neuronIndex}. It is listed by its place.`,
    ),
  ];
}

function checkLengths(sequence: ScoredSequenceSimulation): { field: string[]; message: string }[] {
  const { simulation, trueActivations } = sequence;
  const expected = simulation.tokens.length;
  const rows = simulation.distributionValues.length;
  const lengths: [string[], number, string][] = [
    [['true_activations'], trueActivations.length, 'activation'],
    [['simulation', 'expected_activations'], simulation.expectedActivations.length, 'value'],
    // Some writers say by an empty list that there are no distributions.
    [['simulation', 'distribution_values'], rows === 0 ? expected : rows, 'row'],
  ];
  return lengths
    .filter(([, found]) => found !== expected)
    .map(([field, found, what]) => ({
      field,
      message: `Expected one ${what} for each of the ${expected} tokens, found ${found}. They are matched from the first on.`,
    }));
}

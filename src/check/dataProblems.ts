import { simulationOf } from '../analysis/simulation.ts';
import { type Problem, problem } from '../format/problem.ts';
import type { JsonPath } from '../format/pythonJson.ts';
import type {
  NeuronSimulationResults,
  ScoredExplanation,
  ScoredSequenceSimulation,
} from '../format/schema.ts';
import { scoreProblems } from './scoreProblems.ts';

/**
 * Finds suspicious data in a well-formed neuron: missing values, scores that do not match the
 * tokens, explanations without text. Paths are of the decoded neuron, in current names.
 */
export function dataProblems(neuron: NeuronSimulationResults): Problem[] {
  const { scoredExplanations } = neuron;
  const found: Problem[] = [];
  if (scoredExplanations.length === 0)
    found.push(
      problem('no-explanations', ['scored_explanations'], 'The file has no explanations.'),
    );
  for (const [i, scored] of scoredExplanations.entries())
    found.push(...ofExplanation(scored, scoredExplanations, ['scored_explanations', i]));
  return found;
}

const scaleReasons = {
  copy: "expected_activations and uncalibrated_simulation are equal in this explanation, so nothing was calibrated. The values are shown as one simulation, on the simulator's scale from 0 to 10.",
  steps:
    "All distributions in this explanation are over whole numbers from 0 to 10. The values are shown on the simulator's scale from 0 to 10.",
} as const;

function ofExplanation(
  scored: ScoredExplanation,
  all: readonly ScoredExplanation[],
  path: JsonPath,
): Problem[] {
  const found: Problem[] = [];
  const list = [...path, 'scored_simulation', 'scored_sequence_simulations'];
  const sequences = scored.scoredSimulation.scoredSequenceSimulations;
  if (scored.explanation.trim() === '')
    found.push(
      problem('empty-explanation', [...path, 'explanation'], 'The explanation has no text.'),
    );
  if (sequences.length === 0)
    found.push(problem('no-sequences', list, 'The explanation has no sequences.'));
  const { why } = simulationOf(scored);
  if (why !== 'file')
    found.push(
      problem(
        'wrong-scale',
        [...list, 0, 'simulation', 'activation_scale'],
        `Expected 'simulated_normalized_activations', found 'neuron_activations'. ${scaleReasons[why]}`,
      ),
    );
  for (const [i, sequence] of sequences.entries())
    found.push(...ofSequence(sequence, [...list, i]));
  return [...found, ...scoreProblems({ scored, all }, path)];
}

function ofSequence(
  { simulation, trueActivations }: ScoredSequenceSimulation,
  path: JsonPath,
): Problem[] {
  const { distributionValues, distributionProbabilities, expectedActivations } = simulation;
  const skipped = distributionValues.filter((row) => row.length === 0).length;
  const isSkipped = (token: number) =>
    skipped < distributionValues.length && distributionValues[token]?.length === 0;
  const found = [
    ...missing(trueActivations, [...path, 'true_activations']),
    ...missing(
      expectedActivations.map((value, token) => (isSkipped(token) ? 0 : value)),
      [...path, 'simulation', 'expected_activations'],
    ),
  ];
  if (skipped > 0 && skipped < distributionValues.length)
    found.push(
      problem(
        'tokens-skipped',
        [...path, 'simulation', 'distribution_values', distributionValues.findIndex(isEmpty)],
        `No prediction for ${skipped} of ${distributionValues.length} tokens.`,
      ),
    );
  for (const [token, row] of distributionProbabilities.entries()) {
    const at = row.findIndex((value) => value < 0 || value > 1 + 1e-6);
    if (at === -1) continue;
    found.push(
      problem(
        'probability-out-of-range',
        [...path, 'simulation', 'distribution_probabilities', token, at],
        `Expected a probability from 0 to 1, found ${row[at]}.`,
      ),
    );
    break;
  }
  return found;
}

const isEmpty = (row: readonly unknown[]) => row.length === 0;

function missing(values: readonly number[], path: JsonPath): Problem[] {
  const count = values.filter((value) => !Number.isFinite(value)).length;
  if (count === 0) return [];
  const first = values.findIndex((value) => !Number.isFinite(value));
  return [
    problem(
      'value-missing',
      [...path, first],
      `Expected numbers, found none for ${count} of ${values.length} tokens.`,
    ),
  ];
}

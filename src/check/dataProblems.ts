import { simulationOf } from '../analysis/simulation.ts';
import { type Problem, problem } from '../format/problem.ts';
import type { JsonPath } from '../format/pythonJson.ts';
import type {
  ExplainedUnit,
  Explanation,
  Simulation,
  StoredSequence,
} from '../model/explanation.ts';
import { scoreProblems } from './scoreProblems.ts';

/**
 * Finds suspicious data in a well-formed neuron: missing values, scores that do not match the
 * tokens, explanations without text. Paths are of the decoded neuron, in current names.
 */
export function dataProblems({ explanations }: ExplainedUnit): Problem[] {
  const found: Problem[] = [];
  if (explanations.length === 0)
    found.push(
      problem('no-explanations', ['scored_explanations'], 'The file has no explanations.'),
    );
  for (const [i, explanation] of explanations.entries())
    found.push(...ofExplanation(explanation, explanations, ['scored_explanations', i]));
  return found;
}

const scaleReasons = {
  copy: "expected_activations and uncalibrated_simulation are equal in this explanation, so nothing was calibrated. The values are shown as one simulation, on the simulator's scale from 0 to 10.",
  steps:
    "All distributions in this explanation are over whole numbers from 0 to 10. The values are shown on the simulator's scale from 0 to 10.",
} as const;

function ofExplanation(
  explanation: Explanation,
  all: readonly Explanation[],
  path: JsonPath,
): Problem[] {
  const found: Problem[] = [];
  const list = [...path, 'scored_simulation', 'scored_sequence_simulations'];
  const { text, sequences } = explanation;
  if (text.trim() === '')
    found.push(
      problem('empty-explanation', [...path, 'explanation'], 'The explanation has no text.'),
    );
  if (sequences.length === 0)
    found.push(problem('no-sequences', list, 'The explanation has no sequences.'));
  const { why } = simulationOf(explanation);
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
  return [...found, ...scoreProblems({ explanation, all }, path)];
}

function ofSequence({ actual, simulation }: StoredSequence, path: JsonPath): Problem[] {
  const ofActual = missing(actual, [...path, 'true_activations']);
  return simulation
    ? [...ofActual, ...ofSimulation(simulation, [...path, 'simulation'])]
    : ofActual;
}

function ofSimulation({ expected, distributions }: Simulation, path: JsonPath): Problem[] {
  const { values, probabilities } = distributions;
  const skipped = values.filter((row) => row.length === 0).length;
  const isSkipped = (token: number) => skipped < values.length && values[token]?.length === 0;
  const found = [
    ...missing(
      expected.map((value, token) => (isSkipped(token) ? 0 : value)),
      [...path, 'expected_activations'],
    ),
  ];
  if (skipped > 0 && skipped < values.length)
    found.push(
      problem(
        'tokens-skipped',
        [...path, 'distribution_values', values.findIndex(isEmpty)],
        `No prediction for ${skipped} of ${values.length} tokens.`,
      ),
    );
  for (const [token, row] of probabilities.entries()) {
    const at = row.findIndex((value) => value < 0 || value > 1 + 1e-6);
    if (at === -1) continue;
    found.push(
      problem(
        'probability-out-of-range',
        [...path, 'distribution_probabilities', token, at],
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

/** The text of a neuron's file, from as little as a test wants to say of it. */

export interface SequenceParts {
  readonly tokens?: readonly unknown[];
  readonly actual?: readonly unknown[];
  readonly simulated?: readonly unknown[];
  readonly scale?: string;
  /** `distribution_values`. Absent: one row of two values for each token. */
  readonly values?: unknown;
  /** `distribution_probabilities`. Absent: the same numbers as the values. */
  readonly probabilities?: unknown;
  readonly uncalibrated?: SequenceParts;
  readonly scores?: Scores;
}

export interface ExplanationParts {
  readonly text?: unknown;
  readonly scores?: Scores;
  readonly sequences?: readonly SequenceParts[];
}

/** Correlation, R², absolute deviation. What is left out the file has not. */
export type Scores = readonly unknown[];

/** `place` as people write it: `5:131`. Non-finite numbers are written bare, as Python does. */
export function neuronText(place: string, explanations: readonly ExplanationParts[]): string {
  const [layer, neuron] = place.split(':').map(Number);
  return pythonJson({
    dataclass_name: 'NeuronSimulationResults',
    neuron_id: { dataclass_name: 'NeuronId', layer_index: layer, neuron_index: neuron },
    scored_explanations: explanations.map(explanation),
  });
}

/** A neuron with one explanation without sequences. */
export function simpleNeuron(place: string, text: string, score: unknown): string {
  return neuronText(place, [{ text, scores: [score] }]);
}

function explanation({ text = ' a text', scores = [0.5], sequences = [] }: ExplanationParts) {
  return {
    dataclass_name: 'ScoredExplanation',
    explanation: text,
    scored_simulation: {
      dataclass_name: 'ScoredSimulation',
      scored_sequence_simulations: sequences.map(sequence),
      ...scoreFields(scores),
    },
  };
}

function sequence(parts: SequenceParts) {
  const { tokens = ['a', 'b', 'c'], actual = [0, 1, 2], scores = [0.5, 0.25, 0.125] } = parts;
  return {
    dataclass_name: 'ScoredSequenceSimulation',
    simulation: simulation({ ...parts, tokens }),
    true_activations: actual,
    ...scoreFields(scores),
  };
}

function simulation(parts: SequenceParts): unknown {
  const { tokens = ['a', 'b', 'c'], simulated = [0, 1, 3], scale = 'neuron_activations' } = parts;
  const values = parts.values === undefined ? tokens.map(() => [0.5, 1.5]) : parts.values;
  return {
    dataclass_name: 'SequenceSimulation',
    tokens,
    expected_activations: simulated,
    activation_scale: scale,
    distribution_values: values,
    distribution_probabilities: parts.probabilities ?? values,
    uncalibrated_simulation: parts.uncalibrated
      ? simulation({ tokens, ...parts.uncalibrated })
      : null,
  };
}

function scoreFields(scores: Scores) {
  const names = ['ev_correlation_score', 'rsquared_score', 'absolute_dev_explained_score'];
  return Object.fromEntries(scores.map((score, i) => [names[i]!, score]));
}

function pythonJson(value: unknown): string {
  const bare = /"@(NaN|-?Infinity)"/g;
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'number' && !Number.isFinite(item) ? `@${item}` : item,
  ).replace(bare, '$1');
}

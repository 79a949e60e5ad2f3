/** A small valid neuron, with the file's field names. A part set to `undefined` is missing. */

type Fields = Record<string, unknown>;

export function neuron(changes: Fields = {}): Fields {
  return {
    neuron_id: { layer_index: 3, neuron_index: 14, dataclass_name: 'NeuronId' },
    scored_explanations: [explanation({ explanation: ' ships' }), explanation()],
    dataclass_name: 'NeuronSimulationResults',
    ...changes,
  };
}

export function explanation(changes: Fields = {}): Fields {
  return {
    explanation: ' harbours',
    scored_simulation: scoredSimulation(),
    dataclass_name: 'ScoredExplanation',
    ...changes,
  };
}

export function scoredSimulation(changes: Fields = {}): Fields {
  return {
    scored_sequence_simulations: [sequence(), sequence({ true_activations: [3, -0.5] })],
    ev_correlation_score: 0.75,
    rsquared_score: 0.5,
    absolute_dev_explained_score: 0.25,
    dataclass_name: 'ScoredSimulation',
    ...changes,
  };
}

export function sequence(changes: Fields = {}): Fields {
  return {
    simulation: simulation(),
    true_activations: [0.5, 1.5],
    ev_correlation_score: 0.7,
    rsquared_score: 0.6,
    absolute_dev_explained_score: 0.3,
    dataclass_name: 'ScoredSequenceSimulation',
    ...changes,
  };
}

/** A calibrated simulation with the uncalibrated one inside. */
export function simulation(changes: Fields = {}): Fields {
  return {
    tokens: [' a', ' b'],
    expected_activations: [0.25, 1.25],
    activation_scale: 'neuron_activations',
    distribution_values: [
      [0, 0.5],
      [1, 1.5],
    ],
    distribution_probabilities: [
      [0.5, 0.5],
      [0.75, 0.25],
    ],
    uncalibrated_simulation: uncalibrated(),
    dataclass_name: 'SequenceSimulation',
    ...changes,
  };
}

export function uncalibrated(changes: Fields = {}): Fields {
  return {
    tokens: [' a', ' b'],
    expected_activations: [1, 5],
    activation_scale: 'simulated_normalized_activations',
    distribution_values: [
      [0, 2],
      [4, 6],
    ],
    distribution_probabilities: [
      [0.5, 0.5],
      [0.75, 0.25],
    ],
    uncalibrated_simulation: null,
    dataclass_name: 'SequenceSimulation',
    ...changes,
  };
}

/** A neuron whose first explanation's first sequence is this. */
export function neuronOfSequence(first: unknown): Fields {
  const second = sequence({ true_activations: [3, -0.5] });
  return neuronOfSimulation(scoredSimulation({ scored_sequence_simulations: [first, second] }));
}

/** A neuron whose first explanation has this simulation. */
export function neuronOfSimulation(scored: unknown): Fields {
  const first = explanation({ explanation: ' ships', scored_simulation: scored });
  return neuron({ scored_explanations: [first, explanation()] });
}

const former: Readonly<Record<string, string>> = {
  layer_index: 'layer',
  neuron_index: 'idx',
  scored_explanations: 'scored_explanation_or_baseline_list',
  explanation: 'explanation_or_baseline',
  simulation: 'sequence_simulation',
  activation_scale: 'unit',
};

/** The same with the field names of the second generation, and the one field that it added. */
export function secondGeneration(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(secondGeneration);
  if (value === 'ScoredExplanation') return 'ScoredExplanationOrBaseline';
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    former[key] ?? key,
    secondGeneration(item),
  ]);
  const response = 'tokens' in value ? { response: ' a\t0' } : {};
  return { ...(Object.fromEntries(entries) as Fields), ...response };
}

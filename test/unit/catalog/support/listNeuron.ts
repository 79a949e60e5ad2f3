interface Writing {
  /** A space after each comma. */
  readonly spaced: boolean;
  /** As rows of numbers, else as one list. */
  readonly rows: boolean;
}

/** A neuron, 5:131, with a list of numbers or rows as given, and the position of that list. */
export function listNeuron(
  numbers: readonly string[],
  { spaced, rows }: Writing,
): { text: string; start: number; end: number } {
  const comma = spaced ? ', ' : ',';
  const list = rows ? inRows(numbers, comma) : `[${numbers.join(comma)}]`;
  const empty = { tokens: '[]', expected_activations: '[]', distribution_values: '[]' };
  // Where no length is checked, so that a fault that changes it is seen.
  const uncalibrated = object({
    ...empty,
    activation_scale: '"neuron_activations"',
    distribution_probabilities: '[]',
    [rows ? 'distribution_values' : 'expected_activations']: list,
  });
  const simulation = object({
    ...empty,
    uncalibrated_simulation: uncalibrated,
    activation_scale: '"neuron_activations"',
    distribution_probabilities: '[]',
  });
  const sequence = object({ simulation, true_activations: '[]', ev_correlation_score: '0.5' });
  const scored = object({ scored_sequence_simulations: `[${sequence}]` });
  const explanation = object({ explanation: '" ships"', scored_simulation: scored });
  const text = object({
    neuron_id: '{"layer_index":5,"neuron_index":131}',
    scored_explanations: `[${explanation}]`,
  });
  const start = text.indexOf(list);
  return { text, start, end: start + list.length };
}

/** Three numbers a row, and now and then none. */
function inRows(numbers: readonly string[], comma: string): string {
  const rows: string[] = [];
  for (let i = 0; i < numbers.length; i += 3) {
    rows.push(`[${numbers.slice(i, i + 3).join(comma)}]`);
    if (i % 5 === 4) rows.push('[]');
  }
  return `[${rows.join(comma)}]`;
}

function object(fields: Readonly<Record<string, string>>): string {
  return `{${Object.entries(fields)
    .map(([key, value]) => `"${key}":${value}`)
    .join(',')}}`;
}

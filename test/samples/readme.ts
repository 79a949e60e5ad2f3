import type { NeuronPlan } from './plan.ts';

/** `samples/README.md`: made here, so that the list of unusual neurons cannot be out of date. */
export function writeReadme(neurons: readonly NeuronPlan[]): string {
  const layers = [...new Set(neurons.map((neuron) => neuron.layer))];
  const special = neurons.flatMap((neuron) =>
    neuron.special === undefined
      ? []
      : [`- \`explanations/${neuron.layer}/${neuron.index}.jsonl\`: ${neuron.special}`],
  );
  return `# Samples

An explanation directory, small enough to look around in: ${neurons.length} neurons in ${layers.length} layers, shown on prose, code,
numbers and other scripts. The neurons and their simulations are made up, the texts were written for
this project, and the scores are computed by the project's own formulas. \`npm run samples\` makes all
of it, byte for byte the same each time.

Some neurons are there for what is unusual about them:

${special.join('\n')}
`;
}

import type { NeuronPlan } from './plan.ts';

/** `samples/README.md`, generated so that its list of unusual neurons is always complete. */
export function writeReadme(neurons: readonly NeuronPlan[]): string {
  const layers = [...new Set(neurons.map((neuron) => neuron.layer))];
  const special = neurons.flatMap((neuron) =>
    neuron.special === undefined
      ? []
      : [`- \`explanations/${neuron.layer}/${neuron.index}.jsonl\`: ${neuron.special}`],
  );
  return `# Samples

A small explanation directory: ${neurons.length} neurons in ${layers.length} layers, with prose, code, numbers and other scripts. The neurons
and their simulations are invented. The texts were written for this project. The scores are computed by the
project's own formulas. \`npm run samples\` generates all of it, the same each time.

Some neurons show unusual cases:

${special.join('\n')}
`;
}

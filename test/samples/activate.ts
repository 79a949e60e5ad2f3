import type { NeuronPlan } from './plan.ts';
import { randomOf } from './random.ts';
import { round4 } from './round.ts';

/** The neuron's true activations on the tokens, in its own units. */
export function activate(neuron: NeuronPlan, tokens: readonly string[], key: string): number[] {
  const random = randomOf(`${neuron.layer}/${neuron.index} ${key}`);
  const activation = neuron.activation ?? gelu;
  return tokens.map((_, at) => {
    const strength = neuron.fires(tokens, at);
    return round4(activation(strength, random, neuron.gain));
  });
}

/** Like behind a GELU: peaks of different heights, elsewhere slightly negative, above −0.17. */
function gelu(strength: number, random: () => number, gain: number): number {
  const height = random();
  const chance = random();
  if (strength > 0.05) return gain * strength * (0.5 + 0.5 * height);
  // Now and then a neuron fires a little for no reason that anyone can see.
  if (chance < 0.02) return 0.25 * gain * height;
  return -0.17 * (1 - height * height);
}

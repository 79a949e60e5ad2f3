import { activate } from './activate.ts';
import type { Window } from './corpus.ts';
import { oddSequence } from './oddSequence.ts';
import type { NeuronPlan } from './plan.ts';
import { randomOf, shuffled } from './random.ts';

/** What a neuron is shown on: tokens and its true activations. */
export interface Sequence {
  readonly key: string;
  readonly tokens: readonly string[];
  readonly actual: readonly number[];
}

/** The first half has the highest activations, falling; the second half is random. */
export function chooseSequences(neuron: NeuronPlan, windows: readonly Window[]): Sequence[] {
  const count = neuron.sequences ?? 10;
  const used = new Set<string>();
  // Shuffled, so that a neuron that is dead everywhere does not take the start of the corpus.
  const random = randomOf(`sequences of ${neuron.layer}/${neuron.index}`);
  const candidates = shuffled(windows, random).map((window) => ({
    passage: window.passage,
    sequence: sequenceOf(neuron, `${window.passage} ${window.start}`, window.tokens),
  }));
  const take = (from: typeof candidates, wanted: number): Sequence[] => {
    const taken: Sequence[] = [];
    for (const { passage, sequence } of from) {
      if (taken.length === wanted || used.has(passage)) continue;
      used.add(passage);
      taken.push(sequence);
    }
    return taken;
  };
  const odd = neuron.odd ? [sequenceOf(neuron, 'odd', oddSequence())] : [];
  const strongest = candidates.toSorted((a, b) => peak(b.sequence) - peak(a.sequence));
  return [...odd, ...take(strongest, count / 2 - odd.length), ...take(candidates, count / 2)];
}

function sequenceOf(neuron: NeuronPlan, key: string, tokens: readonly string[]): Sequence {
  return { key, tokens, actual: activate(neuron, tokens, key) };
}

function peak(sequence: Sequence): number {
  return Math.max(...sequence.actual);
}

import type { NeuronContent } from '../../neuron/contract/protocol.ts';

/** The requested explanation, else the best; the second best if the best is excluded. */
export function chooseExplanation(
  { content }: { readonly content: NeuronContent },
  wanted: number | null,
  excluded?: number | null,
): number | null {
  if (content.kind !== 'neuron') return null;
  const { explanations } = content;
  const known = explanations.find(({ index }) => index === wanted);
  const best = explanations.find(({ index }) => index !== excluded);
  return (known ?? best ?? explanations[0])?.index ?? null;
}

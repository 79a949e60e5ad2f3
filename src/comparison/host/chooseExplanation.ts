import type { NeuronContent } from '../../neuron/contract/protocol.ts';

/** The requested explanation, else the best; the second best if the best is on the other side. */
export function chooseExplanation(
  { content }: { readonly content: NeuronContent },
  wanted: number | null,
  besides?: number | null,
): number | null {
  if (content.kind !== 'neuron') return null;
  const { explanations } = content;
  const known = explanations.find(({ index }) => index === wanted);
  const other = explanations.find(({ index }) => index !== besides);
  return (known ?? other ?? explanations[0])?.index ?? null;
}

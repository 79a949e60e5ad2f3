import * as z from 'zod';

/** A link that opens a neuron: `vscode://publisher.name/neuron?file=…`. */
export function neuronLink(scheme: string, extensionId: string, neuronUri: string): string {
  return `${scheme}://${extensionId}/neuron?file=${encodeURIComponent(neuronUri)}`;
}

/** A file that a link may name: a URI that ends in layer and neuron, in digits, and goes nowhere else on its way. */
const neuronFile = z
  .string()
  .max(4096)
  .regex(/^[a-z][a-z\d+.-]*:\/[^?#]*\/\d+\/\d+\.jsonl$/i)
  .refine((uri) => {
    try {
      return !/(^|[\\/])\.\.?([\\/]|$)|[\0-\x1f]/.test(decodeURIComponent(uri));
    } catch {
      return false;
    }
  });

const link = z.object({ path: z.literal('/neuron'), query: z.string().max(20_000) });

/** The URI of the neuron's file that a link names; undefined for one that is no such link. It may come from anywhere. */
export function readNeuronLink(found: { path: string; query: string }): string | undefined {
  const read = link.safeParse(found).data;
  if (!read) return undefined;
  // VS Code has decoded it already, so that an & or a % in it is one of the path.
  const [, named] = /^file=(.*)$/s.exec(read.query) ?? [];
  return neuronFile.safeParse(named).data;
}

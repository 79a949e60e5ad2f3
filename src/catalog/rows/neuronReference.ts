/**
 * Parses a neuron reference: `5:131`, `5/131`, `5 131`, `L5N131`, `layer 5 neuron 131`, in upper or
 * lower case. Undefined if invalid.
 */
export function parseNeuronReference(text: string): { layer: number; neuron: number } | undefined {
  const match =
    /^\s*(?:l(?:ayer)?\s*)?(\d{1,15})\s*(?:[:/.,\s]\s*(?:n(?:euron)?\s*)?|n(?:euron)?\s*)(\d{1,15})\s*$/i.exec(
      text,
    );
  return match ? { layer: Number(match[1]), neuron: Number(match[2]) } : undefined;
}

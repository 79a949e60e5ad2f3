/** Layer and neuron as people write it: `5:131`. */
export function displayId(id: { readonly layer: number; readonly neuron: number }): string {
  return `${id.layer}:${id.neuron}`;
}

/** A score to two decimals; `–` where the file has none, `undefined` where it has no value. */
export function displayScore(score: number | null): string {
  if (score === null) return '–';
  if (!Number.isFinite(score)) return 'undefined';
  // A small negative score must not read as 0.00 with a sign.
  return (Math.abs(score) < 0.005 ? 0 : score).toFixed(2).replace('-', '\u2212');
}

/** An explanation as one line for people: without the space it usually begins with, line breaks as spaces. */
export function displayExplanation(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim() || '(no explanation text)';
}

import { visible } from './visible.ts';

/** Layer and neuron as people write it: `5:131`. */
export function displayId(id: { readonly layer: number; readonly neuron: number }): string {
  return `${id.layer}:${id.neuron}`;
}

/**
 * A score to two decimals, or more; `–` where the file has none, `undefined` where it has no value.
 */
export function displayScore(score: number | 'undefined' | null, decimals = 2): string {
  if (score === null) return '–';
  if (typeof score !== 'number' || !Number.isFinite(score)) return 'undefined';
  // A small negative score must not read as 0.00 with a sign.
  const isZero = Math.abs(score) < 0.5 * 10 ** -decimals;
  return (isZero ? 0 : score).toFixed(decimals).replace('-', '\u2212');
}

const unusualSpace = /[^\S ]| {2}/;

/** An explanation on one line, nothing of it unseen: without the space it usually begins with; null where there is nothing to read. */
export function explanationText(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  // Most are on one line as they stand.
  return visible(unusualSpace.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed) || null;
}

/** The same, with words where there is nothing to read. */
export function displayExplanation(text: string | null): string {
  return explanationText(text) ?? '(no explanation text)';
}

/** What stands before a number that may still change: not all files it comes from were read to the end. */
export const provisionalMark = '≈';

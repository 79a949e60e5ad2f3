import * as l10n from '@vscode/l10n';
import { visible } from './visible.ts';

/** Layer and neuron for display: `5:131`. */
export function displayId(id: { readonly layer: number; readonly neuron: number }): string {
  return `${id.layer}:${id.neuron}`;
}

/** A score with two or more decimals. `–` if the file has none, `undefined` if it is undefined. */
export function displayScore(score: number | 'undefined' | null, decimals = 2): string {
  if (score === null) return '–';
  if (typeof score !== 'number' || !Number.isFinite(score)) return l10n.t('undefined');
  // A small negative score must not become −0.00.
  const isZero = Math.abs(score) < 0.5 * 10 ** -decimals;
  return (isZero ? 0 : score).toFixed(decimals).replace('-', '\u2212');
}

const unusualSpace = /[^\S ]| {2}/;

/**
 * An explanation on one line, with invisible characters escaped and without its leading space. Null
 * if it is empty.
 */
export function explanationText(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  // Most are already on one line.
  return visible(unusualSpace.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed) || null;
}

/** As `explanationText`, with a placeholder for empty text. */
export function displayExplanation(text: string | null): string {
  return explanationText(text) ?? l10n.t('(no explanation text)');
}

/** Marks a preliminary number: not all of its files have been read to the end. */
export const provisionalMark = '≈';

/** With its first letter in upper case. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

import type { Catalog } from '../catalog/catalog.ts';
import type { Slices } from './slices.ts';

type Value = string | number | null | undefined;

/** The names of the file format where it has one for a column. */
const header = [
  'layer',
  'neuron',
  'explanation',
  'ev_correlation_score',
  'rsquared_score',
  'absolute_dev_explained_score',
  'explanations',
  'sequences',
  'tokens',
  'problems',
  'failure',
];

/** How many rows become bytes at once. */
const chunk = 2048;

/**
 * Neurons with their best explanations as CSV (RFC 4180) in UTF-8, in this order, with scores in full. A score that the file does not
 * have is empty, one without a value is NaN.
 */
export async function csvOf(
  catalog: Catalog,
  ids: Int32Array,
  slices: Slices,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(line(header))];
  for (let from = 0; from < ids.length; from += chunk) {
    const lines = [...ids.subarray(from, from + chunk)].map((id) => line(valuesOf(catalog, id)));
    parts.push(encoder.encode(lines.join('')));
    if (slices.due) await slices.rest();
  }
  return concat(parts);
}

function valuesOf(catalog: Catalog, id: number): Value[] {
  const known = catalog.row(id);
  const [best] = known?.explanations ?? [];
  return [
    catalog.layer(id).layer,
    catalog.neuron(id),
    best?.text,
    best?.score,
    best?.rSquared,
    best?.absoluteDevExplained,
    known?.explanations.length,
    best?.sequences,
    best?.tokens,
    known?.problemCount,
    known?.failure,
  ];
}

function line(values: readonly Value[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** One cell. Text that a spreadsheet would take for a formula gets an apostrophe before it, with which it is text there. */
export function cell(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !isNumber(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

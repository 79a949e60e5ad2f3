import type { Catalog } from '../catalog/catalog.ts';
import { type CsvCell, line } from '../catalog/csv.ts';
import type { Slices } from '../catalog/slices.ts';

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

function valuesOf(catalog: Catalog, id: number): CsvCell[] {
  const known = catalog.row(id);
  const [best] = known?.explanations ?? [];
  return [
    catalog.layer(id).layer,
    catalog.neuron(id),
    best?.text ?? null,
    best?.score ?? null,
    best?.rSquared ?? null,
    best?.absoluteDevExplained ?? null,
    known?.explanations.length ?? null,
    best?.sequences ?? null,
    best?.tokens ?? null,
    known?.problemCount ?? null,
    known?.failure ?? null,
  ];
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

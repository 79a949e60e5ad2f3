import { breathe, concat } from '../slices.ts';
import type { Catalog } from './catalog.ts';
import type { NeuronRow, RowExplanation } from './neuronRow.ts';

/** CSV options for spreadsheets. */
export interface CsvOptions {
  /** Add an apostrophe before text that a spreadsheet would run as a formula. */
  readonly escapeFormulas: boolean;
  /** Start with a byte order mark. */
  readonly byteOrderMark: boolean;
}

/** Unchanged data. */
export const plainCsv: CsvOptions = { escapeFormulas: false, byteOrderMark: false };

export type CsvCell = string | number | null | undefined;
type CsvLine = readonly CsvCell[];

/** Lines per chunk. */
const chunk = 2048;

/**
 * Lines of cells as CSV (RFC 4180: CRLF, quotes only where needed) in UTF-8. Yields to other work
 * on this thread.
 */
export async function encodeCsv(
  lines: Iterable<CsvLine>,
  options: CsvOptions = plainCsv,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = options.byteOrderMark ? [encoder.encode('\ufeff')] : [];
  let pending: string[] = [];
  for (const line of lines) {
    pending.push(csvLine(line, options));
    if (pending.length < chunk) continue;
    parts.push(encoder.encode(pending.join('')));
    pending = [];
    await breathe();
  }
  return concat([...parts, encoder.encode(pending.join(''))]);
}

/**
 * The exact rows of a catalog, with a header: one line per explanation, and one per neuron without
 * any. `ids` are neurons, in output order. A missing score is null, an undefined one NaN.
 */
export function* explanationLines(catalog: Catalog, ids: Iterable<number>): Generator<CsvLine> {
  yield [
    ...['layer', 'neuron', 'explanation', ...scoreNames(catalog), 'sequences', 'tokens'],
    ...['problem_count', 'failure', 'path'],
  ];
  for (const id of ids) {
    const row = catalog.state(id) === 'exact' ? catalog.row(id) : undefined;
    if (!row) continue;
    const start = [catalog.layer(id).number, catalog.number(id)];
    const end = faultsOf(catalog, id, row);
    for (const each of row.explanations)
      yield [...start, ...textAndScores(catalog, each), ...countsOf(each), ...end];
    if (row.explanations.length === 0)
      yield [...start, ...textAndScores(catalog, undefined), 0, 0, ...end];
  }
}

/** A header, then one line per neuron with its best explanation. Unknown values are null. */
export function* neuronLines(catalog: Catalog, ids: Iterable<number>): Generator<CsvLine> {
  yield [
    ...['layer', 'neuron', 'explanation', ...scoreNames(catalog)],
    ...['explanations', 'sequences', 'tokens', 'modified'],
    ...['problem_count', 'failure', 'path'],
  ];
  for (const id of ids) {
    const row = catalog.row(id);
    const best = row?.explanations[0];
    yield [
      ...[catalog.layer(id).number, catalog.number(id), ...textAndScores(catalog, best)],
      ...[row?.explanations.length, ...countsOf(best), modifiedOf(catalog, id)],
      ...faultsOf(catalog, id, row),
    ];
  }
}

function scoreNames({ scoreKinds }: Catalog): string[] {
  return scoreKinds.map(({ field }) => field);
}

function textAndScores({ scoreKinds }: Catalog, explanation: RowExplanation | undefined) {
  return [explanation?.text, ...scoreKinds.map((_, i) => explanation?.scores[i])];
}

function countsOf(explanation: RowExplanation | undefined): CsvCell[] {
  return [explanation?.sequences, explanation?.tokens];
}

/** In UTC, as in ISO 8601. */
function modifiedOf(catalog: Catalog, id: number): CsvCell {
  const date = new Date(catalog.modified(id) / 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function faultsOf(catalog: Catalog, id: number, row: NeuronRow | undefined): CsvCell[] {
  return [row?.problemCount, row?.failure, catalog.key(id)];
}

function csvLine(cells: CsvLine, { escapeFormulas }: CsvOptions): string {
  return `${cells.map((cell) => csvCell(cell, escapeFormulas)).join(',')}\r\n`;
}

function csvCell(value: CsvCell, escapeFormulas: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = escapeFormulas && startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets run cells that start like this, even after white space. */
const startsFormula = /^\s*[=+\-@]|^[\t\r\n]/;

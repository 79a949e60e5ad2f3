import type { Catalog } from './catalog.ts';

const header = [
  'layer',
  'neuron',
  'explanation',
  'ev_correlation_score',
  'rsquared_score',
  'absolute_dev_explained_score',
  'sequences',
  'tokens',
  'problem_count',
  'failure',
  'path',
];

/**
 * The exact rows of a catalog as CSV (RFC 4180, CRLF, UTF-8): one line an explanation, and one for each neuron without any. A missing score is an
 * empty cell, an undefined one `NaN`. `ids` are neurons, in the order of the lines.
 */
export function* catalogCsv(catalog: Catalog, ids: Iterable<number>): Generator<string> {
  yield line(header);
  for (const id of ids) {
    const row = catalog.state(id) === 'exact' ? catalog.row(id) : undefined;
    if (!row) continue;
    const { layer, name } = catalog.layer(id);
    const file = catalog.file(id);
    const end = [row.problemCount, row.failure ?? '', `${name}/${file.name}`];
    for (const explanation of row.explanations) {
      const { text, score, rSquared, absoluteDevExplained, sequences, tokens } = explanation;
      const scores = [score, rSquared, absoluteDevExplained];
      yield line([layer, file.neuron, text, ...scores, sequences, tokens, ...end]);
    }
    if (row.explanations.length === 0)
      yield line([layer, file.neuron, '', '', '', '', 0, 0, ...end]);
  }
}

export type CsvCell = string | number | null;

/** A line of CSV with its end. */
export function line(cells: readonly CsvCell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet runs a cell that begins like this, also behind white space; an apostrophe before it makes it text. */
const startsFormula = /^\s*[=+\-@]|^[\t\r\n]/;

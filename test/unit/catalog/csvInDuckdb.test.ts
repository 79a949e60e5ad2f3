import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Catalog } from '../../../src/catalog/rows/catalog.ts';
import { type CsvOptions, encodeCsv, explanationLines } from '../../../src/catalog/rows/csv.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { versionOf } from '../../bench/peers/program.ts';
import { skip } from '../../host/skip.ts';
import { catalogWith, entries } from './parquet/filled.ts';
import { query, quoted } from './support/duckdb.ts';
import { folderWith } from './support/folders.ts';
import { layerOf } from './support/keys.ts';
import { rowWith } from './support/madeRow.ts';
import { seeded } from './support/rows.ts';

const columns = [
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

/** All as text: how it is written is what is tested. */
const options = [
  `columns = {${columns.map((name) => `${name}: 'VARCHAR'`).join(', ')}}`,
  `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"'`,
].join(', ');

/** DuckDB reads an empty cell as null, and its JavaScript API drops a byte order mark. */
const asText = (text: string | undefined) => (text ? text.replace(/^\ufeff/, '') : null);
const asNumber = (value: number | null | undefined) =>
  value === null || value === undefined ? null : String(value);

function* cellsOf(catalog: Catalog) {
  for (const id of catalog.inOrder()) {
    const { explanations, failure, problemCount } = catalog.row(id)!;
    for (const each of explanations.length > 0 ? explanations : [undefined])
      yield [
        String(catalog.layer(id).number),
        String(catalog.number(id)),
        asText(each?.text),
        ...[0, 1, 2].map((kind) => asNumber(each?.scores[kind])),
        String(each?.sequences ?? 0),
        String(each?.tokens ?? 0),
        String(problemCount),
        asText(failure),
        catalog.key(id),
      ];
  }
}

async function written(catalog: Catalog, options?: CsvOptions): Promise<string> {
  const path = join(folderWith({}), 'catalog.csv');
  writeFileSync(path, await encodeCsv(explanationLines(catalog, catalog.inOrder()), options));
  return path;
}

describe('a catalog as CSV in DuckDB', () => {
  it('has one row per explanation, with raw texts', async () => {
    let rows = 0;
    for (const catalog of fc.sample(entries, { ...seeded, numRuns: 8 }).map(catalogWith)) {
      const path = await written(catalog);
      const found = await query(`from read_csv(${quoted(path)}, ${options})`);
      assert.deepEqual(
        found.map((row) => columns.map((name) => row[name])),
        [...cellsOf(catalog)],
      );
      rows += found.length;
    }
    assert.ok(rows > 100, String(rows));
  });

  it('has numbers that DuckDB detects as numbers', async () => {
    const catalog = new Catalog(openai);
    const scores = [-0.25, null, NaN, Infinity, -Infinity, 0, 1e-7, 0.5];
    for (const [i, score] of scores.entries())
      catalog.set(
        layerOf('5'),
        `5/${i}.jsonl`,
        { size: 1, modified: 1 },
        rowWith({
          text: `=text "${i}", and more`,
          score,
          rSquared: score,
          absoluteDevExplained: score,
        }),
        'exact',
      );
    const path = await written(catalog);
    const described = await query(`describe from read_csv(${quoted(path)})`);
    const types = Object.fromEntries(
      described.map(({ column_name: name, column_type: type }) => [name, type]),
    ) as Record<string, string>;
    for (const name of columns.filter((each) => each.endsWith('_score')))
      assert.equal(types[name], 'DOUBLE', name);
    for (const name of ['layer', 'sequences', 'tokens', 'problem_count'])
      assert.equal(types[name], 'BIGINT', name);
  });

  const beginnings = ['-ing endings of verbs', '@mentions', '=x', '+1 and more', "'tis"];

  function withTexts(texts: readonly string[]): Catalog {
    const catalog = new Catalog(openai);
    for (const [i, text] of texts.entries())
      catalog.set(layerOf('5'), `5/${i}.jsonl`, { size: 1, modified: 1 }, rowWith(text), 'exact');
    return catalog;
  }

  it('has texts that begin like a formula, with a byte order mark or without', async () => {
    for (const byteOrderMark of [false, true]) {
      const path = await written(withTexts(beginnings), { escapeFormulas: false, byteOrderMark });
      const found = await query(
        `select distinct neuron, explanation from read_csv(${quoted(path)}) order by neuron`,
      );
      const first = beginnings.map((_, i) => found.find(({ neuron }) => Number(neuron) === i)!);
      assert.deepEqual(
        first.map(({ explanation }) => explanation),
        beginnings,
      );
    }
  });

  it('has the same texts in Python’s csv', async function () {
    const python = versionOf('python3');
    if (python === undefined) skip(this, 'needs python3, which is not here');
    const texts = [...beginnings, 'a,"b"\r\nc', ' é😀', 'half \\ud83d'];
    const path = await written(withTexts(texts));
    const script = `import csv, json, sys
with open(sys.argv[1], encoding='utf-8', newline='') as file:
    print(json.dumps([row['explanation'] for row in csv.DictReader(file)]))`;
    const { stdout } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    const found = new Set(JSON.parse(stdout) as string[]);
    for (const text of texts) assert.ok(found.has(text), text);
  });
});

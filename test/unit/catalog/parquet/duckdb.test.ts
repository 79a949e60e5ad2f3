import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import type { RowExplanation } from '../../../../src/catalog/rows/neuronRow.ts';
import { writeCatalog } from '../../../../src/catalog/parquet/writeCatalog.ts';
import { query, quoted } from '../support/duckdb.ts';
import { folderWith } from '../support/folders.ts';
import { seeded } from '../support/rows.ts';
import { catalogWith, directory, entries } from './filled.ts';

const largest = 2n ** 63n - 1n;
const int64 = (value: number) => (BigInt(value) > largest ? largest : BigInt(value));

/** What other programs are to find of a catalog: the table that docs/catalog.md documents. */
function tableOf(catalog: Catalog) {
  return [...catalog.inOrder()].map((id) => {
    const { explanations, failure, problems, problemCount } = catalog.row(id)!;
    return {
      layer: int64(catalog.layer(id).number),
      neuron: int64(catalog.number(id)),
      path: catalog.key(id),
      size: BigInt(catalog.stamp(id).size),
      modified: BigInt(catalog.stamp(id).modified),
      explanations: explanations.map(recordOf),
      failure: failure === undefined ? null : told(failure),
      problems: problems.length > 0 ? problems.join('\n') : null,
      problem_count: problemCount,
    };
  });
}

/** The way from DuckDB into JavaScript, not DuckDB itself, takes a byte order mark away. */
const told = (text: string) => text.replace(/^\ufeff/, '');

const recordOf = (explanation: RowExplanation) => ({
  explanation: told(explanation.text),
  ev_correlation_score: explanation.scores[0],
  rsquared_score: explanation.scores[1],
  absolute_dev_explained_score: explanation.scores[2],
  sequences: explanation.sequences,
  tokens: explanation.tokens,
});

const catalogs = fc.sample(entries, { ...seeded, numRuns: 8 }).map(catalogWith);

async function written(catalog: Catalog): Promise<string> {
  const path = join(folderWith({}), "it's a catalog.parquet");
  writeFileSync(path, await writeCatalog(catalog, directory));
  return quoted(path);
}

describe('a catalog in DuckDB', () => {
  it('has exactly the same rows', async () => {
    let rows = 0;
    for (const catalog of catalogs) {
      const found = await query(`from ${await written(catalog)}`);
      assert.deepEqual(found, tableOf(catalog));
      rows += found.length;
    }
    assert.ok(rows > 50, String(rows));
  });

  it('has columns of these names and types', async () => {
    const described = await query(`describe from ${await written(catalogs[0]!)}`);
    assert.deepEqual(
      described.map(({ column_name: name, column_type: type }) => [name, type]),
      [
        ['layer', 'BIGINT'],
        ['neuron', 'BIGINT'],
        ['path', 'VARCHAR'],
        ['size', 'BIGINT'],
        ['modified', 'TIMESTAMP'],
        [
          'explanations',
          'STRUCT(explanation VARCHAR, ev_correlation_score DOUBLE, rsquared_score DOUBLE, absolute_dev_explained_score DOUBLE, "sequences" INTEGER, tokens INTEGER)[]',
        ],
        ['failure', 'VARCHAR'],
        ['problems', 'VARCHAR'],
        ['problem_count', 'INTEGER'],
      ],
    );
  });

  it('has its directory and version', async () => {
    const found = await query(
      `select key::varchar as key, value::varchar as value from parquet_kv_metadata(${await written(catalogs[0]!)})`,
    );
    const said = new Map(found.map(({ key, value }) => [key, value]));
    assert.equal(said.get('neuron-explanations.catalog'), '1');
    assert.equal(said.get('neuron-explanations.directory'), directory);
    assert.match(String(said.get('neuron-explanations.digest')), /^sha256-of-blocks:[0-9a-f]{64}$/);
  });
});

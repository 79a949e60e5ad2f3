import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Catalog } from '../../../src/catalog/rows/catalog.ts';
import { encodeCsv, explanationLines } from '../../../src/catalog/rows/csv.ts';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { writeCatalog } from '../../../src/catalog/parquet/writeCatalog.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { displayExplanation } from '../../../src/text/display.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { root } from '../../host/paths.ts';
import { query, quoted } from './support/duckdb.ts';
import { folderWith } from './support/folders.ts';
import { layerOf } from './support/keys.ts';
import { newScanner } from './support/scanner.ts';

const shown = String.raw`half \ud83d emoji`;
const place = { layer: 1, neuron: 12 };
const bytes = readFileSync(
  join(root, 'test/fixtures/cases/encodings/lone-surrogate-and-controls.jsonl'),
);

describe('a lone surrogate in an explanation', () => {
  it('is shown equally in page, tree, scanner, CSV and Parquet', async function () {
    const { neuron } = decodeNeuronFile(bytes, place);
    assert.equal(displayExplanation(neuron.scoredExplanations[0]!.explanation), shown);

    const row = decodeRow(bytes, place);
    assert.equal(displayExplanation(row.explanations[0]!.text), shown);
    const scanner = await newScanner(this);
    scanner.buffer(bytes.length).set(bytes);
    assert.deepEqual(scanner.scan(bytes.length, place), row);

    const catalog = new Catalog(openai);
    catalog.set(layerOf('1'), '1/12.jsonl', { size: 1, modified: 1 }, row, 'exact');
    const folder = folderWith({});
    const csv = join(folder, 'catalog.csv');
    writeFileSync(csv, await encodeCsv(explanationLines(catalog, catalog.inOrder())));
    const [fromCsv] = await query(`select explanation from read_csv(${quoted(csv)})`);
    assert.equal(fromCsv!['explanation'], shown);
    const parquet = join(folder, 'catalog.parquet');
    writeFileSync(parquet, await writeCatalog(catalog, 'file:///a'));
    const [fromParquet] = await query(
      `select explanations[1].explanation as text from ${quoted(parquet)}`,
    );
    assert.equal(fromParquet!['text'], shown);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import { readCatalog } from '../../../../src/catalog/parquet/readCatalog.ts';
import { writeCatalog } from '../../../../src/catalog/parquet/writeCatalog.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { layerOf } from '../support/keys.ts';
import { rowFailing, rowWith } from '../support/madeRow.ts';
import { seeded } from '../support/rows.ts';
import { assertSame, catalogWith, contentOf, directory, entries, readBack } from './filled.ts';

const stamp = { size: 1, modified: 1_700_000_000_123_457 };

describe('a catalog as Parquet', () => {
  it('is read exactly as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (all) => {
        const catalog = catalogWith(all);
        assertSame(await readBack(await writeCatalog(catalog, directory)), catalog);
      }),
      { ...seeded, numRuns: 60 },
    );
  });

  it('is so with more rows than one row group', async () => {
    const [all] = fc.sample(entries, { ...seeded, numRuns: 1 });
    const catalog = catalogWith(all!);
    for (let i = 0; i < 2500; i++)
      catalog.set(
        layerOf(`${i % 3}`),
        `${i % 3}/${i}000.jsonl`,
        stamp,
        rowWith(`text ${i}`),
        'exact',
      );
    assertSame(await readBack(await writeCatalog(catalog, directory)), catalog);
  });

  it('is so with texts of megabytes, in every text column', async () => {
    const catalog = new Catalog(openai);
    for (let i = 0; i < 12; i++) {
      const text = `${i}`.padEnd(300_000, 'é');
      const good = { ...rowWith(text, text), problems: [text], problemCount: 1 };
      const row = i % 2 ? rowFailing(text) : good;
      catalog.set(layerOf('5'), `5/${i}.jsonl`, stamp, row, 'exact');
    }
    assertSame(await readBack(await writeCatalog(catalog, directory)), catalog);
  });

  it('distinguishes 0 from -0 in repeated scores', async () => {
    const catalog = new Catalog(openai);
    for (let i = 0; i < 40; i++)
      catalog.set(layerOf('5'), `5/${i}.jsonl`, stamp, rowWith({ score: i % 2 ? 0 : -0 }), 'exact');
    assertSame(await readBack(await writeCatalog(catalog, directory)), catalog);
  });

  it('may be empty', async () => {
    const catalog = await readBack(await writeCatalog(new Catalog(openai), directory));
    assert.deepEqual(contentOf(catalog), []);
  });

  it('has exact rows only', async () => {
    const catalog = new Catalog(openai);
    catalog.list(layerOf('5'), '5/1.jsonl', stamp);
    catalog.set(layerOf('5'), '5/2.jsonl', stamp, rowWith(' a guess'), 'provisional');
    const id = catalog.set(layerOf('5'), '5/3.jsonl', stamp, rowWith(' read'), 'exact');
    const read = contentOf(await readBack(await writeCatalog(catalog, directory)));
    assert.deepEqual(read, [{ ...contentOf(catalog)[2], row: catalog.row(id) }]);
  });

  it('is the same each time, and can be read from the middle of other bytes', async () => {
    const catalog = catalogWith(fc.sample(entries, { ...seeded, numRuns: 1 })[0]!);
    const bytes = await writeCatalog(catalog, directory);
    assert.deepEqual(await writeCatalog(catalog, directory), bytes);
    const around = new Uint8Array(bytes.length + 20);
    around.set(bytes, 7);
    assertSame(await readBack(around.subarray(7, 7 + bytes.length)), catalog);
  });

  it('is written without rows that are removed meanwhile', async () => {
    const catalog = new Catalog(openai);
    for (let i = 0; i < 3000; i++)
      catalog.set(layerOf('5'), `5/${i}.jsonl`, stamp, rowWith(`text ${i}`), 'exact');
    const writing = writeCatalog(catalog, directory);
    catalog.remove('5/2999.jsonl');
    catalog.list(layerOf('5'), '5/2998.jsonl', { size: 2, modified: 2 });
    catalog.set(layerOf('5'), '5/2997.jsonl', stamp, rowWith(' new'), 'exact');
    const read = await readBack(await writing);
    assert.equal(read.size, 2998);
    assert.equal(read.row(read.find('5/2997.jsonl')!)?.explanations[0]?.text, ' new');
  });

  it('does not replace rows that the catalog already has, which are newer', async () => {
    const catalog = new Catalog(openai);
    for (const name of ['1', '2', '3', '4'])
      catalog.set(layerOf('5'), `5/${name}.jsonl`, stamp, rowWith(' old'), 'exact');
    const bytes = await writeCatalog(catalog, directory);
    const open = new Catalog(openai);
    open.set(layerOf('5'), '5/1.jsonl', stamp, rowWith(' new'), 'exact');
    open.set(layerOf('5'), '5/2.jsonl', stamp, rowWith(' guess'), 'provisional');
    open.list(layerOf('5'), '5/3.jsonl', stamp);
    await readCatalog(bytes, directory, openai, open);
    assert.deepEqual(
      contentOf(open).map(({ row, state }) => [row?.explanations[0]?.text, state]),
      [
        [' new', 'exact'],
        [' guess', 'provisional'],
        [' old', 'exact'],
        [' old', 'exact'],
      ],
    );
  });
});

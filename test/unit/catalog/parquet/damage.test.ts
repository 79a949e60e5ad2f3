import assert from 'node:assert/strict';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import { seal } from '../../../../src/catalog/parquet/digest.ts';
import { readCatalog } from '../../../../src/catalog/parquet/readCatalog.ts';
import { reader, readerKey, versionKey } from '../../../../src/catalog/parquet/schema.ts';
import { writeCatalog } from '../../../../src/catalog/parquet/writeCatalog.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { layerOf } from '../support/keys.ts';
import { rowFailing, rowWith } from '../support/madeRow.ts';
import { contentOf, directory } from './filled.ts';

const stamp = { size: 1, modified: 1_700_000_000_123_457 };

function small(): Catalog {
  const catalog = new Catalog(openai);
  const good = { ...rowWith(' the sea', ' ships'), problems: ['warning: one'], problemCount: 1 };
  catalog.set(layerOf('5'), '5/131.jsonl', stamp, good, 'exact');
  catalog.set(layerOf('007'), '007/0003.jsonl', stamp, rowFailing('it is empty'), 'exact');
  return catalog;
}

/** What comes of reading damaged bytes: it was noticed, and nothing of them is in the catalog. */
async function assertRefused(bytes: Uint8Array, what: string): Promise<void> {
  const catalog = new Catalog(openai);
  await assert.rejects(readCatalog(bytes, directory, openai, catalog), Error, what);
  assert.equal(catalog.size, 0, what);
}

describe('a damaged catalog file', () => {
  let bytes: Uint8Array;
  before(async () => (bytes = await writeCatalog(small(), directory)));

  it('is rejected wherever it is truncated', async () => {
    for (let length = 0; length < bytes.length; length += length < 20 ? 1 : 13)
      await assertRefused(bytes.slice(0, length), `cut off after ${length}`);
    await assertRefused(bytes.slice(0, -1), 'cut off before the last');
  });

  it('is rejected wherever a byte is changed', async () => {
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 << (at % 8);
      await assertRefused(damaged, `byte ${at} of ${bytes.length}`);
    }
  });

  it('is rejected if a byte is missing or added, or all are zero', async () => {
    for (let at = 0; at < bytes.length; at += 17) {
      const shorter = Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1));
      await assertRefused(shorter, `without byte ${at}`);
      const longer = Uint8Array.of(...bytes.subarray(0, at), 0, ...bytes.subarray(at));
      await assertRefused(longer, `one more at ${at}`);
    }
    await assertRefused(new Uint8Array(bytes.length), 'zeros');
    await assertRefused(new Uint8Array(0), 'nothing');
  });

  it('is reported with a reason', async () => {
    const damaged = bytes.slice();
    damaged[50]! ^= 1;
    await assert.rejects(readCatalog(damaged, directory, openai, new Catalog(openai)), /damaged/);
  });
});

describe('a file that is not the catalog of this directory', () => {
  it('is rejected if it is of another directory', async () => {
    const bytes = await writeCatalog(small(), 'file:///other');
    await assert.rejects(
      readCatalog(bytes, directory, openai, new Catalog(openai)),
      /file:\/\/\/other/,
    );
  });

  for (const [key, value] of [
    [versionKey, '1'],
    [readerKey, reader],
  ] as const) {
    it(`is rejected if its ${key} differs`, async () => {
      const bytes = await writeCatalog(small(), directory);
      const other = Uint8Array.from(bytes);
      // The value follows its key: what it is, how long it is, and its one character.
      const at = Buffer.from(other).lastIndexOf(key) + key.length + 2;
      assert.equal(other[at], value.charCodeAt(0));
      other[at] = '0'.charCodeAt(0);
      await seal(other);
      await assert.rejects(
        readCatalog(other, directory, openai, new Catalog(openai)),
        new RegExp(`${key} to be ${value}, found 0`),
      );
    });
  }

  it('is rejected if it is another program’s', async () => {
    const writer = new ByteWriter();
    void parquetWrite({ writer, columnData: [{ name: 'path', data: ['5/131.jsonl'] }] });
    await assert.rejects(
      readCatalog(writer.getBytes(), directory, openai, new Catalog(openai)),
      /found none/,
    );
    const text = new TextEncoder().encode('{"not": "Parquet"}');
    await assert.rejects(readCatalog(text, directory, openai, new Catalog(openai)), Error);
  });

  it('is an ordinary Parquet file to other programs', async () => {
    const bytes = await writeCatalog(small(), directory);
    const file = bytes.buffer.slice(0, bytes.length) as ArrayBuffer;
    assert.equal(parquetMetadata(file).created_by, 'neuron-explanations');
    const rows = await parquetReadObjects({ file });
    assert.equal(rows.length, contentOf(small()).length);
  });
});

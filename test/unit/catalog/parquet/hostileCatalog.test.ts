import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadPublishedCatalog } from '../../../../src/catalog/parquet/publishedCatalog.ts';
import { thriftEnd } from '../../../../src/catalog/parquet/thriftEnd.ts';
import { writeCatalog } from '../../../../src/catalog/parquet/writeCatalog.ts';
import { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import { ExplanationDirectory } from '../../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { FileError } from '../../../../src/files/fileSource.ts';
import { layerOf } from '../support/keys.ts';
import { rowFailing, rowWith } from '../support/madeRow.ts';
import { seeded } from '../support/rows.ts';
import { contentOf } from './filled.ts';
import { VersionedFile } from './versionedFile.ts';

const stamp = { size: 1, modified: 1 };

/** Has every kind of page: with and without a dictionary, with packed and with equal levels. */
function varied(): Catalog {
  const catalog = new Catalog(openai);
  for (let i = 0; i < 30; i++) {
    const row = i % 7 === 3 ? rowFailing('it is empty') : rowWith(` text ${i}`, ' other');
    const problems = i % 3 ? { ...row, problems: ['warning: one'], problemCount: 1 } : row;
    catalog.set(layerOf(`${i >> 3}`), `${i >> 3}/${i}.jsonl`, stamp, problems, 'exact');
  }
  return catalog;
}

/** Loads bytes that anyone may have written. Gives the error, if there is one. */
async function load(bytes: Uint8Array): Promise<FileError | undefined> {
  const file = new VersionedFile(bytes);
  const directory = new ExplanationDirectory('test:///run', file, 'run', openai);
  const start = performance.now();
  try {
    await loadPublishedCatalog(directory, file.found);
    // What it has can be used.
    contentOf(directory.catalog);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof FileError, String(error));
    return error;
  } finally {
    const took = performance.now() - start;
    assert.ok(took < 5000, `${took} ms`);
  }
}

describe('a published catalog that is damaged or hostile', () => {
  let bytes: Uint8Array;
  before(async () => {
    bytes = await writeCatalog(varied(), 'file:///run');
    assert.equal(await load(bytes), undefined);
  });

  it('is refused wherever it is truncated', async () => {
    for (let length = 0; length < bytes.length; length += length < 20 ? 1 : 7)
      assert.ok(await load(bytes.subarray(0, length)), `cut off after ${length}`);
  });

  it('neither hangs nor crashes wherever a byte is another one', async function () {
    this.timeout(120_000);
    let refused = 0;
    // Lengths and counts that are zero, negative, too large, or do not end.
    const values = [0x00, 0xff, 0x01, 0x7f, 0xfe, 0x80];
    for (let at = 0; at < bytes.length; at++)
      for (const which of [at, at + 1]) {
        const damaged = bytes.slice();
        damaged[at] = values[which % values.length]!;
        if (await load(damaged)) refused++;
      }
    assert.ok(refused > bytes.length / 2, String(refused));
  });

  it('neither hangs nor crashes if several bytes are others', async function () {
    this.timeout(120_000);
    const change = fc.tuple(
      fc.nat(bytes.length - 1),
      fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.constant([255, 255, 255, 255, 7])),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const damaged = bytes.slice();
        for (const [at, values] of changes)
          damaged.set([...values].slice(0, bytes.length - at), at);
        await load(damaged);
      }),
      { ...seeded, numRuns: 4000 },
    );
  });

  it('is refused if it is something else', async () => {
    for (const text of ['', 'PAR1', 'PAR1PAR1', '<html></html>', 'PAR1\0\0\0\0PAR1'])
      assert.match(String(await load(new TextEncoder().encode(text))), /Export it again/, text);
  });
});

describe('the end of a Thrift structure', () => {
  const end = (...bytes: number[]) => thriftEnd(new DataView(Uint8Array.from(bytes).buffer), 0);

  it('is found', () => {
    assert.equal(end(0), 1);
    // A boolean, a number, a text and a list of two numbers.
    assert.equal(end(0x11, 0x15, 0x80, 1, 0x18, 2, 65, 66, 0x19, 0x25, 1, 2, 0, 9), 13);
  });

  for (const [what, ...bytes] of [
    ['lists in lists, each of millions', ...Array.from({ length: 9 }, () => 0x19), 0xf9, 255, 255],
    ['a list with more items than bytes', 0x19, 0xf5, 255, 255, 255, 255, 15, 0],
    ['a text that is longer than the file', 0x18, 255, 1, 0],
    ['a number without an end', 0x16, ...Array.from({ length: 40 }, () => 255), 0],
    ['structures in structures', ...Array.from({ length: 40 }, () => 0x1c), 0],
    ['no end', 0x11],
    ['an unknown type', 0x1f, 0],
  ] as const)
    it(`is refused: ${what}`, () => {
      assert.throws(() => end(...bytes), Error);
    });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { seal } from '../../../../src/catalog/parquet/digest.ts';
import {
  findPublishedCatalog,
  loadPublishedCatalog,
} from '../../../../src/catalog/parquet/publishedCatalog.ts';
import { reader, readerKey, versionKey } from '../../../../src/catalog/parquet/schema.ts';
import { writeCatalog } from '../../../../src/catalog/parquet/writeCatalog.ts';
import { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import { ExplanationDirectory } from '../../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import type { FileSource } from '../../../../src/files/fileSource.ts';
import { openStore } from '../../../../src/files/stores/storeSource.ts';
import { localFileSource } from '../../../../src/platform/node/localFileSource.ts';
import { visible } from '../../../../src/text/display.ts';
import { StubStore } from '../../files/stores/support/stubStore.ts';
import { stubTransport, TestTimer } from '../../files/stores/support/testTimer.ts';
import { folderWith, put } from '../support/folders.ts';
import { layerOf } from '../support/keys.ts';
import { rowWith } from '../support/madeRow.ts';
import { seeded } from '../support/rows.ts';
import { catalogWith, contentOf, entries } from './filled.ts';
import { VersionedFile } from './versionedFile.ts';

const account = 'acct.blob.core.windows.net';
const five = layerOf('5');
const stamp = { size: 10, modified: 1_700_000_000_123_457 };

const directoryOf = (source: FileSource, path = 'run') =>
  new ExplanationDirectory('test:///run', source, path, openai);

/** A catalog as another person exports it, with these texts by key. */
function exported(texts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const catalog = new Catalog(openai);
  for (const [key, text] of Object.entries(texts))
    catalog.set(layerOf(openai.groupKeyOf(key)), key, stamp, rowWith(text), 'exact');
  return writeCatalog(catalog, 'file:///somewhere/else');
}

/** Rows of a catalog that is read in several runs. */
const rowCount = 12_000;
const long = ' and so on'.repeat(100);
const largeCatalog = lazily(() =>
  exported(Object.fromEntries(numbers.map((i) => [`${i % 3}/${i}.jsonl`, `${i}${long}`]))),
);
const numbers = Array.from({ length: rowCount }, (_, i) => i);

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const textOf = ({ catalog }: ExplanationDirectory, key: string) => {
  const id = catalog.find(key);
  return id === undefined ? undefined : catalog.row(id)?.explanations[0]?.text;
};
const stateOf = ({ catalog }: ExplanationDirectory, key: string) =>
  catalog.state(catalog.find(key)!);

describe('a published catalog', () => {
  describe('in a store', () => {
    let stub: StubStore;
    beforeEach(async () => {
      stub = new StubStore();
      await stub.start();
    });
    afterEach(() => stub.stop());

    const open = (path: string) => openStore(path, stubTransport(stub, new TestTimer()))!;
    const find = async (path: string) => {
      const opened = open(path);
      stub.requests.length = 0;
      const found = await findPublishedCatalog(opened.source, opened.path);
      return found.map((file) => file.path);
    };

    it('is found by one listing, and read by few ranges', async () => {
      const bytes = await largeCatalog();
      stub.fill(`${account}/c/run`, { 'catalog.parquet': Buffer.from(bytes), '5/1.jsonl': '' });
      const { source, path } = open('az://acct/c/run');
      const found = await findPublishedCatalog(source, path);
      const stamp = await source.stat('az://acct/c/run/catalog.parquet');
      assert.deepEqual(found, [{ path: 'az://acct/c/run/catalog.parquet', stamp }]);
      assert.equal(stamp!.size, bytes.length);
      stub.requests.splice(1);
      stub.sent = 0;
      assert.equal(stub.requests.length, 1);
      stub.requests.length = 0;
      const directory = directoryOf(source, path);
      const done: number[] = [];
      const progress = (read: number, all: number) => done.push(read / all);
      await loadPublishedCatalog(directory, found, { progress });
      assert.equal(directory.catalog.tally('exact'), rowCount);
      assert.equal(textOf(directory, '2/11999.jsonl'), `11999${long}`);
      // The footer, and runs of three of the twelve row groups: the most within 4 MiB.
      assert.equal(stub.requests.length, 1 + 4);
      assert.ok(stub.sent < bytes.length + (1 << 17), `${stub.sent} of ${bytes.length}`);
      assert.deepEqual(
        done,
        [...done].sort((a, b) => a - b),
      );
      assert.equal(done.at(-1), 1);
    });

    it('is read by one request if it is small', async () => {
      const bytes = Buffer.from(await exported({ '5/131.jsonl': ' the sea' }));
      stub.fill('b/bucket', { 'catalog.parquet': bytes });
      const { source, path } = open('gs://bucket');
      const directory = directoryOf(source, path);
      await loadPublishedCatalog(directory, await findPublishedCatalog(source, path));
      assert.equal(textOf(directory, '5/131.jsonl'), ' the sea');
      assert.equal(stub.requests.length, 2);
      assert.equal(stub.sent, bytes.length);
    });

    it('may be a folder of parts, without those that are not ready', async () => {
      const part = async (key: string) => Buffer.from(await exported({ [key]: key }));
      stub.fill('bucket.s3.amazonaws.com/run/catalog', {
        'b.parquet': await part('2/1.jsonl'),
        'a.parquet': await part('1/1.jsonl'),
        '_unfinished.parquet': 'x',
        '.hidden.parquet': 'x',
        _SUCCESS: '',
        'deeper/c.parquet': 'x',
        'notes.txt': 'x',
      });
      const { source, path } = open('s3://bucket/run');
      const found = await findPublishedCatalog(source, path);
      assert.equal(stub.requests.length, 2);
      const names = found.map((file) => file.path.replace(/.*\//, ''));
      assert.deepEqual(names, ['a.parquet', 'b.parquet']);
      const directory = directoryOf(source, path);
      await loadPublishedCatalog(directory, found);
      assert.equal(stub.requests.length, 4);
      const layers = directory.catalog.layers.map(({ key }) => key);
      assert.deepEqual(layers, ['1', '2']);
    });

    it('is refused if a part is damaged, and the other parts are not read on', async () => {
      const good = Buffer.from(await largeCatalog());
      stub.fill(`${account}/c/catalog`, {
        'a.parquet': good,
        'b.parquet': 'damaged',
        'c.parquet': good,
      });
      const { source, path } = open('az://acct/c');
      const found = await findPublishedCatalog(source, path);
      const directory = directoryOf(source, path);
      await assert.rejects(loadPublishedCatalog(directory, found), {
        name: 'FileError',
        message: /^az:\/\/acct\/c\/catalog\/b\.parquet: /,
      });
      assert.ok(directory.catalog.size < rowCount);
    });

    it('is found without a listing, by its first bytes', async () => {
      const bytes = Buffer.from(await exported({ '5/131.jsonl': ' the sea' }));
      stub.fill('example.org/run', { 'catalog.parquet': bytes });
      const address = 'http://example.org/run/';
      assert.deepEqual(await find(address), [`${address}catalog.parquet`]);
      assert.deepEqual(stub.requests, ['GET example.org/run/catalog.parquet']);
      assert.equal(stub.sent, 4);
      stub.fill(`${account}/c`, { 'catalog.parquet': bytes });
      stub.refusesListing = 404;
      assert.equal((await find('az://acct/c')).length, 1);
      assert.equal(stub.requests.length, 2);
    });

    it('need not be there', async () => {
      stub.fill(`${account}/c`, { '5/1.jsonl': '', 'catalog/5/1.jsonl': '' });
      assert.deepEqual(await find('az://acct/c'), []);
      assert.equal(stub.requests.length, 2);
      assert.deepEqual(await find('az://acct/none'), []);
      assert.deepEqual(await find('https://example.org/run'), []);
      // A page for any address is none.
      stub.fill('example.org/run', { 'catalog.parquet': '<html>' });
      assert.deepEqual(await find('https://example.org/run'), []);
    });

    it('is not said to be missing where the store does not answer', async () => {
      for (let i = 0; i < 6; i++)
        stub.next.push((_, response) => void response.writeHead(503).end());
      await assert.rejects(find('az://acct/c'), { name: 'FileError', transient: true });
    });
  });

  it('may be on the disk, where it is read whole', async () => {
    const folder = folderWith({ 'catalog/': '', '5/131.jsonl': '0123456789' });
    assert.deepEqual(await findPublishedCatalog(localFileSource, folder), []);
    assert.deepEqual(await findPublishedCatalog(localFileSource, join(folder, 'none')), []);
    const bytes = await exported({ '5/131.jsonl': ' the sea' });
    writeFileSync(join(folder, 'catalog/x.parquet'), bytes);
    const parts = await findPublishedCatalog(localFileSource, folder);
    assert.deepEqual(
      parts.map(({ path, stamp: { size } }) => [path, size]),
      [[join(folder, 'catalog/x.parquet'), bytes.length]],
    );
    put(folder, 'catalog.parquet', '');
    const [single] = await findPublishedCatalog(localFileSource, folder);
    assert.equal(single?.path, join(folder, 'catalog.parquet'));
    const directory = directoryOf(localFileSource, folder);
    await loadPublishedCatalog(directory, parts);
    assert.equal(textOf(directory, '5/131.jsonl'), ' the sea');
  });

  it('has the rows of the catalog that was exported, without times', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (all) => {
        const catalog = catalogWith(all);
        const file = new VersionedFile(await writeCatalog(catalog, 'file:///somewhere/else'));
        const directory = directoryOf(file);
        await loadPublishedCatalog(directory, file.found);
        const expected = contentOf(catalog).map(({ row, ...each }) => ({
          ...each,
          stamp: { size: each.stamp.size, modified: 0 },
          row: {
            ...row!,
            // Characters that act are escaped.
            failure: row!.failure && visible(row!.failure),
            problems: row!.problems.map(visible),
          },
        }));
        assert.deepEqual(contentOf(directory.catalog), expected);
      }),
      { ...seeded, numRuns: 30 },
    );
  });

  it('is exact until a listing shows another size', async () => {
    const file = new VersionedFile(await exported({ '5/1.jsonl': ' one', '5/2.jsonl': ' two' }));
    const directory = directoryOf(file);
    await loadPublishedCatalog(directory, file.found);
    const { catalog } = directory;
    assert.equal(stateOf(directory, '5/1.jsonl'), 'exact');
    assert.ok(Number.isNaN(catalog.modified(catalog.find('5/1.jsonl')!)));
    catalog.list(five, '5/1.jsonl', { size: 10, modified: 77 });
    catalog.list(five, '5/2.jsonl', { size: 11, modified: 77 });
    assert.equal(stateOf(directory, '5/1.jsonl'), 'exact');
    assert.equal(stateOf(directory, '5/2.jsonl'), 'provisional');
    assert.equal(textOf(directory, '5/2.jsonl'), ' two');
    // From then on, the time tells, too.
    catalog.list(five, '5/1.jsonl', { size: 10, modified: 78 });
    assert.equal(stateOf(directory, '5/1.jsonl'), 'provisional');
  });

  it('compares with listings that were before it, and leaves rows that were read', async () => {
    const keys = ['1', '2', '3', '4', '5'].map((name) => `5/${name}.jsonl`);
    const texts = Object.fromEntries(keys.map((key) => [key, ' published']));
    const file = new VersionedFile(await exported(texts));
    const directory = directoryOf(file);
    const { catalog } = directory;
    const listed = { size: 10, modified: 77 };
    catalog.set(five, keys[0]!, listed, rowWith(' read'), 'exact');
    catalog.set(five, keys[1]!, listed, rowWith(' guess'), 'provisional');
    catalog.list(five, keys[2]!, listed);
    catalog.list(five, keys[3]!, { size: 11, modified: 77 });
    catalog.addKey(five, keys[4]!);
    await loadPublishedCatalog(directory, file.found);
    assert.deepEqual(
      contentOf(catalog).map(({ row, state, stamp: { size, modified } }) => [
        row?.explanations[0]?.text,
        state,
        size,
        modified,
      ]),
      [
        [' read', 'exact', 10, 77],
        [' guess', 'provisional', 10, 77],
        [' published', 'exact', 10, 77],
        [' published', 'provisional', 11, 77],
        [' published', 'exact', 10, 0],
      ],
    );
  });

  describe('whose metadata differs', () => {
    const changed = async (key: string) => {
      const bytes = Uint8Array.from(await exported({ '5/1.jsonl': ' one' }));
      const at = Buffer.from(bytes).lastIndexOf(key) + key.length + 2;
      bytes[at] = '0'.charCodeAt(0);
      return new VersionedFile(bytes);
    };

    it('is not exact if another reader made it', async () => {
      const file = await changed(readerKey);
      assert.notEqual(reader, '0');
      const directory = directoryOf(file);
      await loadPublishedCatalog(directory, file.found);
      assert.equal(stateOf(directory, '5/1.jsonl'), 'provisional');
    });

    it('is refused if its table has another version', async () => {
      const file = await changed(versionKey);
      await assert.rejects(loadPublishedCatalog(directoryOf(file), file.found), {
        name: 'FileError',
        message: /^catalog\.parquet: .*catalog to be 1, found 0\. Export it again$/,
      });
    });

    it('needs no digest', async () => {
      const bytes = Uint8Array.from(await exported({ '5/1.jsonl': ' one' }));
      await seal(bytes);
      bytes[Buffer.from(bytes).lastIndexOf('sha256-of-blocks:') + 30]! ^= 1;
      const file = new VersionedFile(bytes);
      const directory = directoryOf(file);
      await loadPublishedCatalog(directory, file.found);
      assert.equal(textOf(directory, '5/1.jsonl'), ' one');
    });
  });

  for (const isVersioned of [true, false])
    describe(`that changes while it is read, ${isVersioned ? 'with' : 'without'} versions`, () => {
      let file: VersionedFile;
      let newer: Uint8Array;
      beforeEach(async () => {
        file = new VersionedFile(await largeCatalog(), isVersioned);
        newer = await exported({ '0/0.jsonl': ' newer', '9/0.jsonl': ' newer' });
      });

      it('is read again', async () => {
        const directory = directoryOf(file);
        file.beforeRead = () => {
          if (directory.catalog.size > 0 && file.version === 1) file.replace(newer);
        };
        await loadPublishedCatalog(directory, file.found);
        assert.equal(file.version, 2);
        assert.equal(textOf(directory, '0/0.jsonl'), ' newer');
        assert.equal(textOf(directory, '9/0.jsonl'), ' newer');
      });

      it('is refused if it changes again', async () => {
        const found = file.found;
        file.beforeRead = (end) => {
          // One byte is read to learn of the present version.
          if (end !== 1) file.replace(newer);
        };
        await assert.rejects(loadPublishedCatalog(directoryOf(file), found), {
          name: 'FileError',
          transient: true,
          message: /^catalog\.parquet: it changed again while it was read/,
        });
      });

      it('is refused if it is deleted', async () => {
        const { found } = file;
        file.replace(undefined);
        await assert.rejects(loadPublishedCatalog(directoryOf(file), found), {
          message: 'catalog.parquet: it was deleted while it was read',
        });
      });
    });

  it('stops when it is told to', async () => {
    const file = new VersionedFile(await largeCatalog());
    const directory = directoryOf(file);
    const stop = new AbortController();
    const reason = new Error('closed');
    const loading = loadPublishedCatalog(directory, file.found, {
      signal: stop.signal,
      progress: () => stop.abort(reason),
    });
    await assert.rejects(loading, reason);
    assert.ok(directory.catalog.size > 0 && directory.catalog.size < rowCount);
  });
});

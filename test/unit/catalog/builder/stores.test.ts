import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ExplanationDirectory } from '../../../../src/catalog/rows/explanationDirectory.ts';
import { missingRow } from '../../../../src/catalog/rows/neuronRow.ts';
import { headSize, tailSize } from '../../../../src/catalog/rows/provisionalRow.ts';
import type { DeclaredRange } from '../../../../src/dialects/openai/declaredFiles.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { openStore } from '../../../../src/files/stores/storeSource.ts';
import { root } from '../../../host/paths.ts';
import { end, StubStore } from '../../files/stores/support/stubStore.ts';
import { stubTransport, TestTimer } from '../../files/stores/support/testTimer.ts';
import { layerOf } from '../support/keys.ts';
import { builderOf, textsIn } from './built.ts';

const account = 'acct.blob.core.windows.net/c/run';
const large = readFileSync(join(root, 'samples/explanations/5/131.jsonl'), 'utf8');

describe('the catalog of a store', () => {
  let stub: StubStore;
  beforeEach(async () => {
    stub = new StubStore();
    await stub.start();
    // Larger than what is read whole.
    for (const key of ['0/1', '5/131', '5/7', '5/8'])
      stub.blobs.set(`${account}/${key}.jsonl`, large);
  });
  afterEach(() => stub.stop());

  function opened(declared?: DeclaredRange) {
    const { source, path } = openStore('az://acct/c/run', stubTransport(stub, new TestTimer()))!;
    const directory = new ExplanationDirectory('az://acct/c/run', source, path, openai, declared);
    return { directory, catalog: directory.catalog, ...builderOf(directory) };
  }
  const files = () => stub.requests.filter((request) => request.includes('.jsonl'));
  const lists = () => stub.requests.filter((request) => request.includes('comp=list'));

  it('lists every layer and reads no file', async () => {
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    assert.deepEqual([catalog.size, catalog.tally('listed')], [4, 4]);
    assert.deepEqual([lists().length, files()], [3, []]);
  });

  it('reads both ends of files in sight, once', async () => {
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    builder.look(['5/131.jsonl', '5/7.jsonl', '5/99.jsonl']);
    builder.look(['5/131.jsonl']);
    await builder.finished();
    builder.look(['5/131.jsonl']);
    await builder.finished();
    assert.equal(files().length, 4);
    assert.equal(catalog.state(catalog.find('5/131.jsonl')!), 'provisional');
    assert.match(textsIn(catalog)['5/131.jsonl']!, /family/);
    assert.equal(stub.sent, 2 * (headSize + tailSize));
  });

  it('reads the ends of at most 16 files at a time', async () => {
    for (let i = 100; i < 200; i++) stub.blobs.set(`${account}/5/${i}.jsonl`, large);
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    stub.delay = 5;
    builder.look([...catalog.neuronsOf('5')].map((id) => catalog.key(id)));
    await builder.finished();
    assert.equal(catalog.tally('provisional'), 102);
    assert.ok(stub.mostInFlight <= 16, String(stub.mostInFlight));
  });

  it('reads a small file whole', async () => {
    stub.blobs.set(`${account}/5/9.jsonl`, '{');
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    builder.look(['5/9.jsonl']);
    await builder.finished();
    assert.equal(files().length, 1);
    assert.equal(catalog.tally('exact') + catalog.tally('listed'), 5);
  });

  it('reads a layer by one request a file, and others not, when asked', async () => {
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    await builder.read('5');
    await builder.finished();
    assert.deepEqual([catalog.tally('exact'), files().length], [3, 3]);
    await builder.read();
    await builder.finished();
    assert.deepEqual([catalog.tally('exact'), files().length], [4, 4]);
    assert.equal(lists().length, 3);
  });

  it('reads new and changed files of what was asked for, told by their versions', async () => {
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    await builder.read();
    await builder.finished();
    stub.requests.length = 0;
    await builder.compare(() => false);
    await builder.finished();
    assert.deepEqual(files(), []);
    stub.version = 'v2';
    stub.blobs.set(`${account}/5/131.jsonl`, large.replaceAll('family', 'fleets'));
    await builder.compare(() => false);
    await builder.finished();
    assert.equal(files().length, 4);
    assert.match(textsIn(catalog)['5/131.jsonl']!, /fleets/);
  });

  it('reads a file again that is known by its ends, if it changed', async () => {
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    builder.look(['5/131.jsonl']);
    await builder.finished();
    stub.requests.length = 0;
    stub.version = 'v2';
    await builder.compare(() => false);
    await builder.finished();
    assert.deepEqual(
      files().map((request) => request.slice(-11)),
      ['%2F131.jsonl'.slice(-11)],
    );
    assert.equal(catalog.tally('exact'), 1);
  });

  describe('with files that are compressed in it', () => {
    beforeEach(() => {
      for (const key of stub.blobs.keys()) stub.blobs.set(key, gzipSync(large, { level: 0 }));
      stub.encoding = 'gzip';
    });

    it('reads them once when asked', async () => {
      const { builder, catalog } = opened();
      await builder.start();
      await builder.read();
      await builder.finished();
      assert.match(textsIn(catalog)['5/131.jsonl']!, /family/);
      stub.requests.length = 0;
      await builder.compare(() => false);
      await builder.finished();
      assert.deepEqual(files(), []);
    });

    it('reads them whole, once, in sight', async () => {
      const { builder, catalog } = opened();
      await builder.start();
      await builder.finished();
      builder.look(['5/131.jsonl']);
      await builder.finished();
      assert.match(textsIn(catalog)['5/131.jsonl']!, /family/);
      const scores = catalog.row(catalog.find('5/131.jsonl')!)!.explanations[0]!.scores;
      assert.ok(scores.some((score) => score !== null));
      assert.equal(files().length, 2);
    });
  });

  it('says why a file in sight cannot be read', async () => {
    const { builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    stub.next.push((_, response) => end(response, 403));
    builder.look(['5/131.jsonl']);
    await builder.finished();
    assert.match(textsIn(catalog)['5/131.jsonl']!, /access denied/);
  });

  describe('that declares its neurons', () => {
    const declared = { layers: 48, neurons: 6400 };

    it('shows them without a request', async () => {
      const { builder, directory } = opened(declared);
      await builder.start();
      await builder.finished();
      assert.equal((await directory.layers()).length, 48);
      assert.equal((await directory.neurons(layerOf('47'))).length, 6400);
      assert.equal(directory.size, 307_200);
      assert.deepEqual(stub.requests, []);
      await builder.compare(() => false);
      assert.deepEqual(stub.requests, []);
    });

    it('tells which are not there, as no problem of theirs', async () => {
      const { builder, directory, catalog } = opened(declared);
      await builder.start();
      await directory.neurons(layerOf('5'));
      builder.look(['5/131.jsonl', '5/132.jsonl']);
      await builder.finished();
      const missing = catalog.find('5/132.jsonl')!;
      assert.equal(catalog.row(missing), missingRow);
      assert.deepEqual([catalog.failed(missing), catalog.faulty(missing)], [false, false]);
      assert.match(textsIn(catalog)['5/131.jsonl']!, /family/);
      builder.look(['5/132.jsonl']);
      await builder.finished();
      assert.equal(files().length, 3);
    });

    it('estimates what is left to read', async () => {
      const { builder, directory } = opened({ ...declared, bytes: 90e9 });
      await builder.start();
      assert.deepEqual(directory.toRead(), { files: 307_200, bytes: 90e9 });
      assert.deepEqual(directory.toRead('5').files, 6400);
      await directory.neurons(layerOf('5'));
      builder.look(['5/131.jsonl']);
      await builder.finished();
      assert.equal(directory.toRead('5').bytes, 6400 * Buffer.byteLength(large));
    });
  });
});

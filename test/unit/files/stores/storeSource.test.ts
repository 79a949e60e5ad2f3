import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { type FileError, type FileSource, sameStamp } from '../../../../src/files/fileSource.ts';
import { openStore } from '../../../../src/files/stores/storeSource.ts';
import { hashOf } from '../../../../src/text/hash.ts';
import { azureListing, googleListing, s3Listing } from './support/listings.ts';
import { end, type Handler, StubStore } from './support/stubStore.ts';
import { stubTransport, TestTimer } from './support/testTimer.ts';

const account = 'acct.blob.core.windows.net';
/** With microseconds that tell the versions of a second apart. */
const modifiedAs = (version: string) =>
  Date.parse('2025-07-01T00:00:00Z') * 1000 + (hashOf(version) % 1e6);

describe('a source of a store', () => {
  let stub: StubStore;
  beforeEach(async () => {
    stub = new StubStore();
    await stub.start();
  });
  afterEach(() => stub.stop());

  const open = (path: string) => openStore(path, stubTransport(stub, new TestTimer()))!;
  const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  const sorted = async (source: FileSource, path: string) =>
    (await source.readDirectory(path))
      .map(({ name, kind }) => (kind === 'directory' ? `${name}/` : name))
      .sort();

  it('tells one size of a file that a web server compresses on its way', async () => {
    const content = 'a neuron '.repeat(100);
    const compressed: Handler = (request, response) => {
      const isAsked = request.headers['accept-encoding']?.includes('gzip');
      if (isAsked) response.setHeader('Content-Encoding', 'gzip');
      const body = isAsked ? gzipSync(content) : content;
      if (request.method === 'HEAD') response.setHeader('Content-Length', body.length);
      end(response, 200, request.method === 'HEAD' ? '' : body);
    };
    stub.next.push(compressed, compressed);
    const { source, path } = open('https://example.org/run/5/131.jsonl');
    const { size } = (await source.readPart!(path))!.stamp;
    assert.deepEqual([size, (await source.stat(path))!.size], [900, 900]);
  });

  for (const [root, listing] of [
    ['az://acct/c', azureListing],
    ['s3://bucket', s3Listing],
    ['gs://bucket', googleListing],
  ] as const)
    it(`takes no listing of ${root.slice(0, 2)} for whole that was cut off`, async () => {
      const whole = listing({ files: [['a', 'a']], folders: [], next: 'b' });
      const { source } = open(root);
      for (let length = 0; length < Buffer.byteLength(whole); length += 9) {
        const part = Buffer.from(whole).subarray(0, length);
        stub.next.push((_, response) => end(response, 200, part));
        await assert.rejects(source.readDirectory(root), /expected a listing/, String(part));
      }
    });

  for (const { root, folder, version } of [
    { root: 'az://acct/c', folder: `${account}/c`, version: 'v1' },
    { root: 's3://bucket', folder: 'bucket.s3.amazonaws.com', version: 'v1' },
    { root: 'gs://bucket', folder: 'b/bucket', version: '1' },
  ]) {
    describe(root.slice(0, 2), () => {
      const names = [
        'a%20b',
        'a b',
        'a#b',
        'a?b=c&d',
        'a+b',
        'd//e',
        'd/../e',
        'é🚢',
        '&amp;<x>"\'',
      ];

      it('reads files with any name', async () => {
        for (const name of names) stub.fill(folder, { [name]: name });
        const { source } = open(root);
        for (const name of names) {
          assert.equal(textOf(await source.readFile(`${root}/${name}`)), name);
          const size = Buffer.byteLength(name);
          assert.deepEqual(await source.stat(`${root}/${name}`), {
            size,
            modified: modifiedAs(version),
            version,
          });
        }
        assert.equal(await source.readFile(`${root}/a`), undefined);
        assert.equal(await source.stat(`${root}/a`), undefined);
      });

      it('gives a compressed file one stamp, and parts of what is in it', async () => {
        stub.encoding = 'gzip';
        const content = 'a neuron '.repeat(100);
        stub.fill(folder, { a: gzipSync(content) });
        const { source } = open(root);
        const [listed] = await source.readDirectory(root);
        const whole = (await source.readPart!(`${root}/a`))!;
        assert.equal(textOf(whole.bytes), content);
        assert.deepEqual(whole.stamp, listed!.stamp);
        assert.deepEqual(await source.stat(`${root}/a`), listed!.stamp);
        const part = (await source.readPart!(`${root}/a`, { range: { start: 2, end: 8 } }))!;
        assert.deepEqual([textOf(part.bytes), textOf(part.whole)], ['neuron', content]);
        assert.deepEqual(part.stamp, listed!.stamp);
      });

      it('lists names as they are, without those that no path leads to', async () => {
        for (const name of [...names, 'd/', 'd/./f']) stub.fill(folder, { [name]: name });
        const { source, path } = open(root);
        const listed = names.filter((name) => !name.startsWith('d/')).concat('d/');
        assert.deepEqual(await sorted(source, path), listed.sort());
        assert.deepEqual(await sorted(source, `${root}/d/`), []);
        const entries = await source.readDirectory(path);
        const stamp = entries.find(({ name }) => name === 'a b')?.stamp;
        assert.deepEqual(stamp, { size: 3, modified: modifiedAs(version), version });
        assert.ok(sameStamp(stamp, (await source.stat(`${root}/a b`))!));
      });

      it('lists a file beside a folder of the same name', async () => {
        stub.fill(folder, { '0': '', '0/1.jsonl': '', '10/1.jsonl': '' });
        const { source, path } = open(root);
        assert.deepEqual(await sorted(source, path), ['0', '0/', '10/']);
      });

      it('lists all pages, of which the first may be empty', async () => {
        stub.pageSize = 2000;
        stub.emptyFirstPage = true;
        for (let i = 0; i < 5000; i++) stub.blobs.set(`${folder}/x/5/${i}.jsonl`, '');
        const { source } = open(root);
        assert.equal((await source.readDirectory(`${root}/x/5`)).length, 5000);
        assert.equal(stub.requests.length, 4);
      });

      it('encodes the prefix of a listing', async () => {
        stub.fill(folder, { 'a +/1': '' });
        const { source } = open(root);
        assert.deepEqual(await sorted(source, `${root}/a +`), ['1']);
        assert.match(stub.requests[0]!, /[?&]prefix=a%20%2B%2F(?:&|$)/);
      });

      it('does not list the same page for ever', async () => {
        const listings = { az: azureListing, gs: googleListing, s3: s3Listing };
        const page = listings[root.slice(0, 2) as 'az' | 'gs' | 's3']({
          files: [['x', '']],
          folders: [],
          next: 'again',
        });
        stub.next.push(...[1, 2].map((): Handler => (_, response) => end(response, 200, page)));
        const { source, path } = open(root);
        await assert.rejects(source.readDirectory(path), /expected the next page/);
      });

      it('says that there is no such folder', async () => {
        stub.fill(folder, { 'x/1': '', y: '' });
        const { source, path } = open(root);
        for (const name of ['z', 'y', 'x/1'])
          await assert.rejects(source.readDirectory(`${root}/${name}`), {
            message: `${root}/${name}: no such folder: no file name begins with "${name}/"`,
          });
        stub.blobs.clear();
        assert.deepEqual(await source.readDirectory(path), []);
      });

      it('says why a listing is refused, and reads files all the same', async () => {
        stub.fill(folder, { 'x/1': 'one' });
        const { source } = open(root);
        for (const [status, why] of [
          [401, /access denied/],
          [403, /access denied/],
          [
            404,
            root.startsWith('az')
              ? /not found \(status 404\)\. .*read its files but not list them$/
              : /not found \(status 404\)\. Check the name of the container or bucket$/,
          ],
          [409, root.startsWith('az') ? /may allow no public access/ : /request rejected/],
          [400, /request rejected \(status 400\)/],
        ] as const) {
          stub.refusesListing = status;
          await assert.rejects(source.readDirectory(`${root}/x`), why);
          assert.equal(textOf(await source.readFile(`${root}/x/1`)), 'one');
        }
      });

      it('does not take a page of a proxy for a listing or a file’s version', async () => {
        const { source, path } = open(root);
        const page = '<html><Blob><Name>x</Name></Blob></html>';
        stub.next.push((_, response) => end(response, 200, page));
        await assert.rejects(
          source.readDirectory(path),
          /expected a listing, found something else/,
        );
        if (!root.startsWith('gs')) return;
        stub.next.push((_, response) => end(response, 200, page));
        await assert.rejects(source.stat(`${root}/x`), /expected the size and version of a file/);
      });

      it('reads parts of files', async () => {
        stub.fill(folder, { x: '0123456789', empty: '' });
        const { source } = open(root);
        const part = async (start: number, end?: number, name = 'x') => {
          const range = end === undefined ? { start } : { start, end };
          const read = (await source.readPart!(`${root}/${name}`, { range }))!;
          return [textOf(read.bytes), read.stamp.size];
        };
        assert.deepEqual(await part(2, 5), ['234', 10]);
        assert.deepEqual(await part(7), ['789', 10]);
        assert.deepEqual(await part(7, 99), ['789', 10]);
        assert.deepEqual(await part(10), ['', 10]);
        assert.deepEqual(await part(0, 4, 'empty'), ['', 0]);
        assert.equal(await source.readPart!(`${root}/y`, { range: { start: 1 } }), undefined);
        const whole = {
          bytes: Buffer.from('0123456789'),
          stamp: { size: 10, modified: modifiedAs(version), version },
        };
        const read = (await source.readPart!(`${root}/x`))!;
        assert.deepEqual({ ...read, bytes: Buffer.from(read.bytes) }, whole);
      });

      it('takes the part of a whole file, and refuses another part', async () => {
        const { source } = open(root);
        const range = { start: 2, end: 4 };
        stub.next.push((_, response) => end(response, 200, '0123456789'));
        const { bytes, stamp } = (await source.readPart!(`${root}/x`, { range }))!;
        assert.deepEqual([textOf(bytes), stamp.size], ['23', 10]);
        for (const found of ['bytes 3-4/10', 'bytes 2-4/10', '']) {
          stub.next.push((_, response) => {
            response.setHeader('Content-Range', found);
            end(response, 206, '23');
          });
          await assert.rejects(source.readPart!(`${root}/x`, { range }), /expected 2 bytes from 2/);
        }
      });
    });
  }

  it('stamps a file the same by its listing and its headers, which are less exact', async () => {
    const listing = s3Listing({ files: [['x', '']], folders: [], next: undefined });
    stub.next.push((_, response) => end(response, 200, listing.replace('.000Z', '.789Z')));
    stub.fill('bucket.s3.amazonaws.com', { x: '' });
    const { source, path } = open('s3://bucket');
    const [entry] = await source.readDirectory(path);
    assert.deepEqual(entry!.stamp, await source.stat('s3://bucket/x'));
  });

  it('reads one version of a file', async () => {
    for (const [path, key] of [
      ['az://acct/c/x', `${account}/c/x`],
      ['s3://bucket/x', 'bucket.s3.amazonaws.com/x'],
      ['https://example.org/x', 'example.org/x'],
    ] as const) {
      stub.blobs.set(key, 'new');
      const { source } = open(path);
      const read = await source.readPart!(path, { version: 'v1' });
      assert.equal(textOf(read?.bytes), 'new');
      await assert.rejects(source.readPart!(path, { version: 'v0' }), /it changed after/);
    }
  });

  it('asks for one version of a file in Google Cloud Storage', async () => {
    stub.fill('b/bucket', { x: 'new' });
    await open('gs://bucket').source.readPart!('gs://bucket/x', { version: '7' });
    assert.match(stub.requests[0]!, /alt=media&ifGenerationMatch=7$/);
  });

  it('sends the slashes of names in S3 as they are signed', async () => {
    await open('s3://bucket').source.readFile('s3://bucket/a/b c//d');
    assert.deepEqual(stub.requests, ['GET bucket.s3.amazonaws.com/a/b%20c//d']);
  });

  it('reads from a bucket with a dot in its name', async () => {
    const { source } = open('s3://data.example.org');
    stub.blobs.set('s3.amazonaws.com/data.example.org/x', 'dotted');
    assert.equal(textOf(await source.readFile('s3://data.example.org/x')), 'dotted');
  });

  it('reads from a web server, which has no listings', async () => {
    stub.blobs.set('example.org/data/5/1 2.jsonl', 'web');
    const { source, path } = open('https://example.org/data#x');
    const file = source.join(path, '5', '1 2.jsonl');
    assert.equal(file, 'https://example.org/data/5/1%202.jsonl');
    assert.equal(textOf(await source.readFile(file)), 'web');
    assert.deepEqual(await source.stat(file), {
      size: 3,
      modified: modifiedAs('v1'),
      version: 'v1',
    });
    await assert.rejects(source.readDirectory(path), {
      message: `${path}: web servers cannot list folders`,
      remedy: 'fileAddress',
    });
    stub.next.push((_, response) => end(response.setHeader('ETag', 'W/"1"'), 200));
    assert.equal((await source.stat(file))?.version, undefined);
  });

  it('sends the query of its address to the same container or server only', async () => {
    const { source, path } = open(`https://${account}/c/x?sv=1&sig=s`);
    assert.equal(path, 'az://acct/c/x');
    for (const each of [source.join(path, '1'), 'az://acct/d/x', 'az://other/c/x', 'gs://c/x'])
      await source.readFile(each);
    assert.deepEqual(
      stub.requests.map((each) => each.includes('sig=s')),
      [true, false, false, false],
    );
    const web = open('https://example.org/x?token=t');
    await web.source.readFile(web.path);
    assert.equal(stub.requests.at(-1), 'GET example.org/x?token=t');
  });

  it('refuses paths that are not addresses, and those with a credential in them', async () => {
    const { source } = open('az://acct/c');
    assert.equal(openStore('/a', stubTransport(stub, new TestTimer())), undefined);
    await assert.rejects(source.readFile('/a'), /expected an address that begins with az:/);
    await assert.rejects(source.readFile(`https://${account}/c/a?sig=s`), {
      message: 'az://acct/c/a: expected the address without its query',
    });
    assert.deepEqual(stub.requests, []);
  });

  it('says why a file cannot be read, and that a key may help', async () => {
    const { source } = open('az://acct/c');
    stub.next.push((_, response) => end(response, 403));
    await assert.rejects(source.readFile('az://acct/c/x'), (error: FileError) => {
      assert.match(
        error.message,
        /^az:\/\/acct\/c\/x: access denied \(status 403\)\. The data is private or does not exist$/,
      );
      assert.equal(error.remedy, 'access');
      return true;
    });
    stub.next.push((_, response) => end(response, 400));
    await assert.rejects(source.readFile('az://acct/c/x'), { remedy: undefined });
  });

  it('gives way in the background', async () => {
    stub.fill(`${account}/c`, { x: '1', y: '2' });
    const { source } = openStore(
      'az://acct/c',
      stubTransport(stub, new TestTimer(), { inFlight: 1 }),
    )!;
    const background = { inBackground: true };
    await Promise.all([
      source.readPart!('az://acct/c/z', background),
      source.readPart!('az://acct/c/y', background),
      source.readPart!('az://acct/c/x'),
    ]);
    assert.deepEqual(
      stub.requests.map((each) => each.at(-1)),
      ['z', 'x', 'y'],
    );
  });
});

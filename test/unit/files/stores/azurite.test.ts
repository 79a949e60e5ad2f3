import assert from 'node:assert/strict';
import type { Access } from '../../../../src/files/stores/access.ts';
import { endpointsOf } from '../../../../src/files/stores/endpoints.ts';
import { StoreSource } from '../../../../src/files/stores/storeSource.ts';
import { Transport } from '../../../../src/files/stores/transport.ts';
import { azuriteOrSkip, type StoreServer } from '../../../host/storeServers.ts';
import { account, accountSignature, AzureWriter, key } from './support/azurite.ts';

/** All but one beside a folder of the same name. */
const names = ['0', '0/1.jsonl', 'a%20b', 'a b', 'a#b', 'a?b=c&d', 'a+b', 'd//e', 'é🚢', "&<x>'"];

describe('a source of Azurite', () => {
  let server: StoreServer | undefined;
  before(async function () {
    server = await azuriteOrSkip(this);
    const writer = new AzureWriter(server.origin);
    await writer.makeContainer('listed', 'container');
    await writer.makeContainer('unlisted', 'blob');
    await writer.makeContainer('private');
    for (const container of ['listed', 'unlisted', 'private'])
      for (const name of names) await writer.write(container, name, `content of ${name}`);
  });
  after(() => server?.stop());

  const open = (...accesses: Access[]) => {
    const base = `${server!.origin}/${account}`;
    const { route } = endpointsOf({ [`az://${account}`]: base });
    return new StoreSource(new Transport({ route }), () => Promise.resolve(accesses));
  };
  const root = (container: string) => `az://${account}/${container}`;
  const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  const signed = (permissions: string, expires?: string): Access => ({
    kind: 'query',
    query: accountSignature({ permissions, ...(expires && { expires }) }),
  });
  const keyed: Access = { kind: 'sharedKey', account, key };
  const wrong: Access = { kind: 'sharedKey', account, key: 'd3Jvbmc=' };

  /** Lists, reads and asks for versions. */
  const readsAll = async (source: StoreSource, container: string) => {
    const entries = await source.readDirectory(root(container));
    const listed = entries.map(({ name, kind }) => (kind === 'directory' ? `${name}/` : name));
    const expected = names.filter((name) => !/^(?:d|0)\//.test(name)).concat('0/', 'd/');
    assert.deepEqual(listed.sort(), expected.sort());
    for (const name of names) {
      const path = `${root(container)}/${name}`;
      const text = `content of ${name}`;
      const read = (await source.readPart(path))!;
      assert.equal(textOf(read.bytes), text);
      assert.deepEqual(await source.stat(path), read.stamp);
      const stamp = entries.find((each) => each.name === name && each.kind === 'file')?.stamp;
      if (stamp) assert.deepEqual(stamp, read.stamp);
      const { version } = read.stamp;
      const part = (await source.readPart(path, { range: { start: 2, end: 7 }, version }))!;
      assert.deepEqual([textOf(part.bytes), part.stamp], [text.slice(2, 7), read.stamp]);
      const beyond = (await source.readPart(path, { range: { start: 1000 } }))!;
      assert.equal(beyond.bytes.length, 0);
      const other = source.readPart(path, { version: '0x0' });
      await assert.rejects(other, /it changed after it was listed/);
    }
    assert.equal(await source.readFile(`${root(container)}/none`), undefined);
    assert.equal(await source.stat(`${root(container)}/none`), undefined);
    await assert.rejects(source.readDirectory(`${root(container)}/none`), /no such folder/);
  };

  it('reads what everyone may read, without anything', () => readsAll(open(), 'listed'));

  it('reads what everyone may read, with a key that is refused', () =>
    readsAll(open(wrong, signed('rl', '2020-01-01')), 'listed'));

  it('reads with the key of the account', () => readsAll(open(keyed), 'private'));

  it('reads with a shared access signature', () => readsAll(open(signed('rl')), 'private'));

  it('reads files that it may not list', async () => {
    for (const source of [open(), open(wrong)]) {
      assert.equal(textOf(await source.readFile(`${root('unlisted')}/a b`)), 'content of a b');
      await assert.rejects(source.readDirectory(root('unlisted')), { remedy: 'access' });
      assert.equal(await source.readFile(`${root('unlisted')}/none`), undefined);
    }
    const reading = open(signed('r'));
    assert.equal(textOf(await reading.readFile(`${root('private')}/a b`)), 'content of a b');
    await assert.rejects(reading.readDirectory(root('private')), /access denied \(status 403\)/);
  });

  it('says that there is no such container, if it may know', async () => {
    await assert.rejects(open(keyed).readDirectory(root('none')), {
      message: `${root('none')}/: not found (status 404). Check the name of the container or bucket`,
      remedy: undefined,
    });
    assert.equal(await open(keyed).readFile(`${root('none')}/x`), undefined);
  });

  it('is refused what is private', async () => {
    for (const [source, why] of [
      [open(), /is private/],
      [open(wrong), /access denied \(status 403\)\. The key or the clock/],
      [
        open(signed('rl', '2020-01-01')),
        /access denied \(status 403\)\. The signature or query is wrong, has expired/,
      ],
      [open(signed('w')), /access denied \(status 403\)\. The signature .* does not allow this/],
    ] as const) {
      await assert.rejects(source.readDirectory(root('private')), why);
      const path = `${root('private')}/a b`;
      await assert.rejects(source.readFile(path), { remedy: 'access' });
      await assert.rejects(source.stat(path), { remedy: 'access' });
    }
  });
});

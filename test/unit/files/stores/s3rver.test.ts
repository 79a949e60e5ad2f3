import assert from 'node:assert/strict';
import { AwsClient } from 'aws4fetch';
import type { Access } from '../../../../src/files/stores/access.ts';
import { endpointsOf } from '../../../../src/files/stores/endpoints.ts';
import { StoreSource } from '../../../../src/files/stores/storeSource.ts';
import { Transport } from '../../../../src/files/stores/transport.ts';
import { s3rverOrSkip, type StoreServer } from '../../../host/storeServers.ts';

/** Without those that it spells wrong in listings. */
const names = ['a%20b', 'a b', 'a#b', 'a?b=c', 'a+b', 'd/e f', 'é🚢', '(a)!*'];
const key = { kind: 'hmac', id: 'S3RVER', secret: 'S3RVER' } as const;

describe('a source of s3rver', () => {
  let server: StoreServer | undefined;
  before(async function () {
    server = await s3rverOrSkip(this);
    const client = new AwsClient({
      accessKeyId: key.id,
      secretAccessKey: key.secret,
      service: 's3',
    });
    for (const name of names) {
      const url = `${server.origin}/bucket/${encodeURIComponent(name).replaceAll('%2F', '/')}`;
      const put = await client.fetch(url, { method: 'PUT', body: `content of ${name}` });
      assert.equal(put.status, 200);
    }
  });
  after(() => server?.stop());

  const open = (...accesses: Access[]) => {
    const { route } = endpointsOf({ 's3://': server!.origin });
    return new StoreSource(new Transport({ route }), () => Promise.resolve(accesses));
  };
  const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

  it('reads and lists with a key', async () => {
    const source = open(key);
    const entries = await source.readDirectory('s3://bucket');
    const listed = entries.map((each) => each.name);
    assert.deepEqual(listed.sort(), names.map((name) => name.replace(/\/.*/, '')).sort());
    for (const name of names) {
      const read = (await source.readPart(`s3://bucket/${name}`))!;
      assert.equal(textOf(read.bytes), `content of ${name}`);
      assert.deepEqual(await source.stat(`s3://bucket/${name}`), read.stamp);
      const range = { start: 2, end: 7 };
      const part = (await source.readPart(`s3://bucket/${name}`, {
        range,
        version: read.stamp.version,
      }))!;
      assert.equal(textOf(part.bytes), 'ntent');
    }
    assert.equal(await source.readFile('s3://bucket/none'), undefined);
  });

  it('signs as it expects', async () => {
    // It lets everyone read, so a source would not notice. Of listings, it signs another path.
    const status = async (path: string, access: Access) => {
      const url = `${server!.origin}/bucket/${path}`;
      const headers = { Range: 'bytes=1-2' };
      return (await new Transport().send({ url, headers }, { path, access })).status;
    };
    for (const path of names.map(encodeURIComponent)) {
      assert.ok([200, 206].includes(await status(path, key)), path);
      assert.equal(await status(path, { ...key, secret: 'wrong' }), 403, path);
    }
  });
});

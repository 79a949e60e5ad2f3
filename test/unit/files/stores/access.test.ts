import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import type { FileError } from '../../../../src/files/fileSource.ts';
import {
  type Access,
  accessByQuery,
  AccessError,
  type AccessOf,
} from '../../../../src/files/stores/access.ts';
import { parseAddress } from '../../../../src/files/stores/address.ts';
import { StoreSource } from '../../../../src/files/stores/storeSource.ts';
import { end, type Handler, StubStore } from './support/stubStore.ts';
import { stubTransport, TestTimer } from './support/testTimer.ts';

const token = (text: string): Access => ({ kind: 'token', token: () => Promise.resolve(text) });
const key: Access = { kind: 'sharedKey', account: 'acct', key: 'a2V5' };
const hmac: Access = { kind: 'hmac', id: 'ID', secret: 'secret' };

describe('access to stores', () => {
  let stub: StubStore;
  /** What the stub was sent: a kind of authorization and a part of it, or a query. */
  let seen: string[];
  /** Statuses that the stub refuses with, by what it was sent. */
  let refused: Record<string, number>;
  beforeEach(async () => {
    stub = new StubStore();
    await stub.start();
    seen = [];
    refused = {};
    stub.refuses = (request) => {
      const { authorization = 'none' } = request.headers;
      const sent = authorization.replace(/^(\S+) (\w+).*$/, '$1 $2');
      seen.push(sent);
      return refused[sent];
    };
    stub.fill('acct.blob.core.windows.net/c', { x: 'one', y: 'two', 'd/z': 'three' });
  });
  afterEach(() => stub.stop());

  const open = (accessOf: AccessOf) =>
    new StoreSource(stubTransport(stub, new TestTimer()), accessOf);
  const always = (...accesses: Access[]) => open(() => Promise.resolve(accesses));
  const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

  it('is asked for before each request, and goes to its own container only', async () => {
    const parsed = parseAddress('https://acct.blob.core.windows.net/c/x?sig=mine')!;
    const others: Access[] = [{ kind: 'query', query: 'sig=other' }];
    const asked: string[] = [];
    const source = open(
      accessByQuery(parsed, ({ root }) => {
        asked.push(root);
        return Promise.resolve(others);
      }),
    );
    const sent = async (path: string) => {
      await source.readFile(path);
      return stub.requests.splice(0).map((each) => each.split('?')[1]);
    };
    assert.deepEqual(await sent('az://acct/c/y'), ['sig=mine']);
    assert.deepEqual(await sent('az://acct/d/y'), ['sig=other']);
    stub.refuses = ({ url }) => (url!.includes('sig=mine') ? 403 : undefined);
    assert.deepEqual(await sent('az://acct/c/y'), ['sig=mine', 'sig=other']);
    assert.deepEqual(await sent('az://acct/c/y'), ['sig=other']);
    assert.deepEqual(asked, ['az://acct/c/', 'az://acct/d/', 'az://acct/c/', 'az://acct/c/']);
  });

  it('is tried in order, at last without any', async () => {
    Object.assign(refused, { 'Bearer first': 401, 'SharedKey acct': 403 });
    const source = always(token('first'), key);
    assert.equal(textOf(await source.readFile('az://acct/c/x')), 'one');
    assert.deepEqual(seen, ['Bearer first', 'SharedKey acct', 'none']);
  });

  it('is remembered for files and for listings', async () => {
    refused['Bearer first'] = 403;
    const source = always(token('first'), token('second'));
    await source.stat('az://acct/c/x');
    await source.readFile('az://acct/c/y');
    assert.equal(await source.readFile('az://acct/c/none'), undefined);
    assert.deepEqual(seen.splice(0), [
      'Bearer first',
      'Bearer second',
      'Bearer second',
      'Bearer second',
    ]);
    await source.readDirectory('az://acct/c');
    await source.readDirectory('az://acct/c/d');
    assert.deepEqual(seen, ['Bearer first', 'Bearer second', 'Bearer second']);
  });

  it('is tried anew once it changed, or what worked is refused', async () => {
    let accesses = [token('first'), token('second')];
    const source = open(() => Promise.resolve(accesses));
    refused['Bearer first'] = 403;
    await source.readFile('az://acct/c/x');
    refused = { 'Bearer second': 403 };
    await source.readFile('az://acct/c/x');
    await source.readFile('az://acct/c/x');
    assert.deepEqual(seen.splice(0), [
      'Bearer first',
      'Bearer second',
      'Bearer second',
      'Bearer first',
      'Bearer first',
    ]);
    accesses = [token('third')];
    await source.readFile('az://acct/c/x');
    assert.deepEqual(seen, ['Bearer third']);
  });

  it('ends when everything is refused, with what the first one was told', async () => {
    stub.refuses = () => 403;
    await assert.rejects(
      always(key, token('x')).readDirectory('az://acct/c'),
      (error: FileError) => {
        assert.match(error.message, /access denied \(status 403\)\. The key or the clock /);
        assert.equal(error.remedy, 'access');
        return true;
      },
    );
    assert.equal(stub.requests.length, 3);
  });

  it('says what the store says of it', async () => {
    for (const [access, code, why] of [
      [token('t'), 'AuthorizationPermissionMismatch', /the role “Storage Blob Data Reader”/],
      [token('t'), 'InvalidAuthenticationInfo', /another tenant/],
      [token('t'), 'Other', /The signed-in account is not allowed to read this$/],
      [key, 'AuthorizationPermissionMismatch', /The key or the clock/],
      [key, 'KeyBasedAuthenticationNotPermitted', /does not accept keys/],
      [key, 'AuthorizationFailure', /The key or the clock.*network rules/],
      [hmac, 'constructor', /The key is wrong, has expired or is not allowed to read this/],
      [undefined, 'PublicAccessNotPermitted', /allows no public access/],
    ] as const) {
      const refuse: Handler = (_, response) =>
        end(response.setHeader('x-ms-error-code', code), 403);
      stub.next.push(refuse, refuse);
      const source = access ? always(access) : always();
      await assert.rejects(source.readFile('az://acct/c/x'), { message: why, remedy: 'access' });
      stub.next.length = 0;
    }
  });

  it('does without a key of S3 that has expired, where everyone may read', async () => {
    stub.next.push((_, response) => end(response, 400));
    stub.fill('bucket.s3.amazonaws.com', { x: 'public' });
    assert.equal(textOf(await always(hmac).readFile('s3://bucket/x')), 'public');
  });

  it('tells a file that is hidden from one that is missing', async () => {
    const hidden: Handler = (_, response) => {
      end(response.setHeader('x-ms-error-code', 'ResourceNotFound'), 404);
    };
    const missing: Handler = (_, response) => {
      end(response.setHeader('x-ms-error-code', 'BlobNotFound'), 404);
    };
    const anonymous = open(() => Promise.resolve(undefined));
    stub.next.push(hidden);
    await assert.rejects(anonymous.readFile('az://acct/c/q'), /\(status 404\)\. .* is private$/);
    stub.next.push(missing);
    assert.equal(await anonymous.readFile('az://acct/c/q'), undefined);
    refused['Bearer first'] = 401;
    const source = always(token('first'));
    // A browser does not see the code.
    await assert.rejects(source.readFile('az://acct/c/q'), /status 401/);
    stub.next.push(undefined, missing);
    assert.equal(await source.readFile('az://acct/c/q'), undefined);
  });

  it('that cannot be had is left out, and said if nothing else helps', async () => {
    const failing: Access = {
      kind: 'token',
      token: () => Promise.reject(new AccessError('the sign-in failed')),
    };
    assert.equal(textOf(await always(failing).readFile('az://acct/c/x')), 'one');
    refused['none'] = 403;
    await assert.rejects(always(failing).readFile('az://acct/c/x'), {
      message: 'az://acct/c/x: the sign-in failed',
      remedy: 'access',
    });
  });

  it('reads from Google by its other interface if it is a key', async () => {
    stub.fill('storage.googleapis.com/bucket', { 'x y': 'key', 'd/z': '' });
    stub.fill('b/bucket', { 'x y': 'token' });
    const source = always(hmac);
    assert.equal(textOf(await source.readFile('gs://bucket/x y')), 'key');
    assert.deepEqual(
      (await source.readDirectory('gs://bucket')).map(({ name }) => name),
      ['x y', 'd'],
    );
    const stamp = await source.stat('gs://bucket/x y');
    assert.deepEqual(stamp, (await source.readPart('gs://bucket/x y'))!.stamp);
    assert.deepEqual(new Set(seen), new Set(['AWS4-HMAC-SHA256 Credential']));
    assert.equal(textOf(await always(token('t')).readFile('gs://bucket/x y')), 'token');
  });

  it('is signed anew for each try', async () => {
    stub.next.push((_, response) => end(response, 503));
    let times = 0;
    const counting: Access = { kind: 'token', token: () => Promise.resolve(`t${++times}`) };
    await always(counting).readFile('az://acct/c/x');
    assert.deepEqual(seen, ['Bearer t1', 'Bearer t2']);
  });

  it('does not follow a redirect to another host', async () => {
    const other = new StubStore();
    await other.start();
    try {
      for (const access of [token('t'), key, hmac]) {
        const seenThere: IncomingMessage[] = [];
        other.next.push((request, response) => {
          seenThere.push(request);
          end(response, 200, 'other');
        });
        stub.next.push((_, response) =>
          end(response.setHeader('Location', `${other.origin}/x`), 302),
        );
        const range = { start: 0, end: 3 };
        const { bytes } = (await always(access).readPart('az://acct/c/x', { range }))!;
        assert.equal(textOf(bytes), 'oth');
        const { authorization, range: sentRange } = seenThere[0]!.headers;
        assert.deepEqual([authorization, sentRange], [undefined, 'bytes=0-2']);
        assert.equal(
          Object.keys(seenThere[0]!.headers).some((name) => name.startsWith('x-amz')),
          false,
        );
      }
    } finally {
      other.stop();
    }
  });

  it('signs once more for the region that a bucket is in', async () => {
    stub.fill('bucket.s3.amazonaws.com', { x: '', y: '' });
    const source = always(hmac);
    const regions: string[] = [];
    stub.refuses = ({ headers }) => {
      regions.push(/\/([\w-]+)\/s3\//.exec(headers.authorization ?? '')?.[1] ?? '');
      return undefined;
    };
    stub.next.push((_, response) =>
      end(response.setHeader('x-amz-bucket-region', 'eu-west-1'), 400),
    );
    assert.ok(await source.readFile('s3://bucket/x'));
    assert.ok(await source.readFile('s3://bucket/y'));
    assert.deepEqual(regions, ['us-east-1', 'eu-west-1', 'eu-west-1']);
  });
});

import assert from 'node:assert/strict';
import { endpointsOf } from '../../../../src/files/stores/endpoints.ts';

const base = 'http://127.0.0.1:9000';

describe('endpoints of stores', () => {
  const routed = (map: unknown, url: string) => endpointsOf(map).route(url);

  it('take the place of the address in the URLs of stores', () => {
    const azure = 'https://acct.blob.core.windows.net/c?comp=list';
    const bucket = 'https://bucket.s3.amazonaws.com/?list-type=2';
    const dotted = 'https://s3.amazonaws.com/a.b/x%2Fy';
    const google = 'https://storage.googleapis.com/storage/v1/b/bucket/o?prefix=x';
    for (const [prefix, url, expected] of [
      ['az://acct', azure, '/c?comp=list'],
      ['az://acct/', azure, '/c?comp=list'],
      ['az://', azure, '/acct/c?comp=list'],
      ['s3://', bucket, '/bucket/?list-type=2'],
      ['s3://bucket', bucket, '/?list-type=2'],
      ['s3://', dotted, '/a.b/x%2Fy'],
      ['s3://a.b', dotted, '/x%2Fy'],
      ['gs://', google, '/storage/v1/b/bucket/o?prefix=x'],
      ['gs://bucket', google, '/storage/v1/b/bucket/o?prefix=x'],
    ] as const)
      for (const path of ['', '/', '/devstore', '/devstore/'])
        assert.equal(
          routed({ [prefix]: base + path }, url),
          base + path.replace(/\/$/, '') + expected,
        );
  });

  it('leave other addresses where they are', () => {
    for (const url of [
      'https://account.blob.core.windows.net/c',
      'https://bucket2.s3.amazonaws.com/x',
      'https://storage.googleapis.com/storage/v1/b/bucket2/o',
      'https://example.org/acct/bucket',
      'https://a.b.blob.core.windows.net/c',
    ])
      assert.equal(
        routed({ 'az://acct': base, 's3://bucket': base, 'gs://bucket': base }, url),
        url,
      );
    assert.equal(
      routed({}, 'https://acct.blob.core.windows.net/'),
      'https://acct.blob.core.windows.net/',
    );
  });

  it('are those of the longest address', () => {
    const map = { 'az://': `${base}/any`, 'az://acct': `${base}/acct`, 'az://a': `${base}/a` };
    assert.equal(routed(map, 'https://acct.blob.core.windows.net/c'), `${base}/acct/c`);
    assert.equal(routed(map, 'https://acct2.blob.core.windows.net/c'), `${base}/any/acct2/c`);
  });

  it('leave out invalid entries, say why, and keep the base to themselves', () => {
    const map = {
      'az:/acct': base,
      'az://acct/c': base,
      'https://example.org': base,
      'az://one': 'https://user:hunter2@127.0.0.1',
      'az://two': '127.0.0.1:9000',
      'az://three': 9000,
      'az://four': 'ftp://127.0.0.1',
      'az://five': `${base}?sig=hunter2`,
      'az://six': 'http://',
      'az://good': base,
    };
    const { problems, route } = endpointsOf(map);
    assert.deepEqual(
      problems.map((each) => each.replace(/: expected .*$/, '')),
      Object.keys(map)
        .filter((each) => each !== 'az://good')
        .map((each) => JSON.stringify(each)),
    );
    assert.doesNotMatch(problems.join(), /hunter2/);
    assert.equal(route('https://good.blob.core.windows.net/c'), `${base}/c`);
    for (const not of [undefined, null, 'x'])
      assert.deepEqual(endpointsOf(not).problems, [
        'expected an object with addresses and base URLs',
      ]);
  });
});

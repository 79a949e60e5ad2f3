import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { Access } from '../../../../src/files/stores/access.ts';
import { textToSign } from '../../../../src/files/stores/sharedKey.ts';
import { Signer, type Unsigned } from '../../../../src/files/stores/signer.ts';

const get = (url: string, headers = {}): Unsigned => ({ url, method: 'GET', headers });

describe('the signer of requests to stores', () => {
  const signer = new Signer(() => new Date('2013-05-24T00:00:00Z'));

  describe('with the key of an Azure account', () => {
    it('signs the text of the service’s documentation', () => {
      const url =
        'https://myaccount.blob.core.windows.net/mycontainer?comp=metadata&restype=container&timeout=20';
      const headers = {
        'x-ms-version': '2015-02-21',
        'x-ms-date': 'Fri, 26 Jun 2015 23:39:12 GMT',
      };
      assert.equal(
        textToSign('myaccount', get(url, headers)),
        'GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\nx-ms-version:2015-02-21\n/myaccount/mycontainer\ncomp:metadata\nrestype:container\ntimeout:20',
      );
    });

    it('signs conditions, ranges, encoded names and decoded queries', () => {
      const headers = { 'If-Match': '"v1"', Range: 'bytes=0-9' };
      assert.equal(
        textToSign('a', get('https://a.blob.core.windows.net/c/x%2Fy%20z?prefix=a%20%2B', headers)),
        'GET\n\n\n\n\n\n\n\n"v1"\n\n\nbytes=0-9\n/a/c/x%2Fy%20z\nprefix:a +',
      );
    });

    it('adds the date and the signature', async () => {
      const key = Buffer.from('a key').toString('base64');
      const request = get('https://a.blob.core.windows.net/c/x', { 'x-ms-version': '1' });
      const { url, headers } = await signer.sign(request, { kind: 'sharedKey', account: 'a', key });
      assert.equal(url, request.url);
      const { Authorization, ...others } = headers;
      const date = 'Fri, 24 May 2013 00:00:00 GMT';
      assert.deepEqual(others, { 'x-ms-version': '1', 'x-ms-date': date });
      const text = `GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:${date}\nx-ms-version:1\n/a/c/x`;
      const signature = createHmac('sha256', 'a key').update(text).digest('base64');
      assert.equal(Authorization, `SharedKey a:${signature}`);
    });

    it('does not repeat a key that is none', async () => {
      for (const key of ['hunter2!', '']) {
        const access = { kind: 'sharedKey', account: 'a', key } as const;
        await assert.rejects(signer.sign(get('https://a.blob.core.windows.net/c/x'), access), {
          message: 'the key of the account is not valid Base64',
        });
      }
    });
  });

  describe('with an access key of S3', () => {
    // Those of Amazon's documentation, which grant nothing.
    const access = {
      kind: 'hmac',
      id: 'AKIAIOSFODNN7EXAMPLE',
      secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    } as const;

    it('gives the signature of the service’s documentation', async () => {
      const url = 'https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J';
      const { headers } = await signer.sign(get(url), access);
      assert.match(
        headers['authorization']!,
        /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/20130524\/us-east-1\/s3\/aws4_request, .*Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/,
      );
    });

    it('sends the token of a temporary key', async () => {
      const { headers } = await signer.sign(get('https://b.s3.amazonaws.com/x'), {
        ...access,
        session: 'temporary',
      });
      assert.equal(headers['x-amz-security-token'], 'temporary');
      assert.match(headers['authorization']!, /SignedHeaders=[^,]*x-amz-security-token/);
    });

    it('learns the region of a bucket, and goes there', async () => {
      const answer = (status: number, region: string) =>
        new Response('', { status, headers: { 'x-amz-bucket-region': region } });
      const own = new Signer();
      const url = 'https://b.s3.amazonaws.com/x/y';
      const sent = (to = url, by: Access = access) => own.sign(get(to), by);
      assert.equal((await sent()).url, url);
      assert.equal(own.learnsRegion(url, answer(403, 'us-east-1'), access), false);
      assert.equal(own.learnsRegion(url, answer(200, 'eu-west-1'), access), false);
      assert.equal(own.learnsRegion(url, answer(400, 'evil.example/'), access), false);
      assert.equal(own.learnsRegion(url, answer(400, 'eu-west-1'), access), true);
      assert.equal(own.learnsRegion(url, answer(400, 'eu-west-1'), access), false);
      const { url: regional, headers } = await sent('https://b.s3.amazonaws.com/z');
      assert.equal(regional, 'https://b.s3.eu-west-1.amazonaws.com/z');
      assert.match(headers['authorization']!, /\/eu-west-1\/s3\//);
      assert.equal(
        (await sent('https://c.s3.amazonaws.com/z')).url,
        'https://c.s3.amazonaws.com/z',
      );
      const local = 'http://127.0.0.1:9000/b/x';
      assert.equal(own.learnsRegion(local, answer(400, 'eu-west-1'), access), true);
      assert.equal((await sent(local)).url, local);
      const garage = await sent('http://127.0.0.1:9000/c/x', { ...access, region: 'garage' });
      assert.match(garage.headers['authorization']!, /\/garage\/s3\//);
    });
  });

  describe('with a token', () => {
    const access = { kind: 'token', token: () => Promise.resolve('secret') } as const;

    it('sends it over https and on loopback only', async () => {
      for (const url of ['https://a.blob.core.windows.net/c', 'http://127.0.0.1:10000/a/c']) {
        const { headers } = await signer.sign(get(url, { Range: 'bytes=0-1' }), access);
        assert.deepEqual(headers, { Range: 'bytes=0-1', Authorization: 'Bearer secret' });
      }
      await assert.rejects(signer.sign(get('http://10.0.0.1/a/c'), access), /only sent over https/);
    });

    it('sends the request without it if there is none now', async () => {
      const none = { kind: 'token', token: () => Promise.resolve(undefined) } as const;
      const request = get('http://10.0.0.1/a/c');
      assert.deepEqual(await signer.sign(request, none), request);
    });
  });
});

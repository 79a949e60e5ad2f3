import assert from 'node:assert/strict';
import { parseAddress } from '../../../../src/files/stores/address.ts';
import {
  type Given,
  givenFor,
  parseAzureSecret,
  parseWebQuery,
} from '../../../../src/files/stores/givenAccess.ts';

const addressOf = (path: string) => parseAddress(path)!.address;
const address = addressOf('az://acct/c/run');
const now = new Date('2025-07-01T00:00:00Z');
const parsed = (text: string) => parseAzureSecret(address, text, now);

const key = Buffer.alloc(64, 7).toString('base64');
const sas = 'sv=2024-11-04&sr=c&sp=rl&se=2025-07-02T00%3A00%3A00Z&sig=a%2Bb%3D';

describe('a secret that a person gives for a store', () => {
  it('is the key of the account, alone or in a connection string', () => {
    const access = { kind: 'sharedKey', account: 'acct', key } as const;
    for (const text of [
      key,
      ` ${key}\n`,
      `DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=${key};EndpointSuffix=core.windows.net`,
      `accountkey=${key}; accountname=acct ;`,
    ])
      assert.deepEqual(parsed(text), { root: 'az://acct/', access });
  });

  it('is a shared access signature of the container, also in a URL', () => {
    for (const text of [
      sas,
      `?${sas}`,
      `https://acct.blob.core.windows.net/c?${sas}`,
      `https://ACCT.blob.core.windows.net/c/run/x?${sas}`,
      `http://127.0.0.1:10000/acct/c?${sas}`,
      `BlobEndpoint=https://acct.blob.core.windows.net/;SharedAccessSignature=${sas}`,
    ])
      assert.deepEqual(parsed(text), {
        root: 'az://acct/c/',
        access: { kind: 'query', query: sas },
      });
  });

  it('is that of the account if the signature is', () => {
    const query = `ss=b&srt=sco&${sas}`;
    assert.deepEqual(parsed(query), { root: 'az://acct/', access: { kind: 'query', query } });
  });

  it('is refused for what it is not', () => {
    for (const [text, problem] of [
      ['  ', 'empty'],
      ['hunter2', 'unknown'],
      ['c2hvcnQ=', 'unknown'],
      ['sv=1&sp=rl', 'unknown'],
      ['az://acct/c', 'unknown'],
      [`AccountName=other;AccountKey=${key}`, 'otherAccount'],
      [`https://other.blob.core.windows.net/c?${sas}`, 'otherAccount'],
      [`https://acct.blob.core.windows.net/d?${sas}`, 'otherContainer'],
      ['AccountName=acct', 'noSecret'],
      [sas.replace('07-02', '06-30'), 'expired'],
      [sas.replace('sp=rl', 'sp=wl'), 'noReading'],
    ] as const)
      assert.equal(parsed(text), problem, text);
  });

  it('is one with a stored policy, which says neither time nor permissions', () => {
    assert.equal((parsed('sv=1&si=policy&sig=x') as Given).root, 'az://acct/c/');
  });

  it('is the query of a web server', () => {
    const web = addressOf('https://example.org/x');
    const access = { kind: 'query', query: 'token=a%20b&x=' } as const;
    assert.deepEqual(parseWebQuery(web, ' ?token=a%20b&x='), {
      root: 'https://example.org/',
      access,
    });
    assert.equal(parseWebQuery(web, ''), 'empty');
    for (const text of ['secret', 'a b=c', 'a=b#c'])
      assert.equal(parseWebQuery(web, text), 'unknown');
  });

  it('is for its container first, then for its account, and for no other', () => {
    const given = (root: string): Given => ({ root, access: { kind: 'query', query: root } });
    const all = ['az://acct/', 'az://acct/c/', 'az://acct/cc/', 'az://acct2/', 's3://acct/'];
    const found = (path: string) =>
      givenFor(all.map(given), addressOf(path)).map((each) => each.kind === 'query' && each.query);
    assert.deepEqual(found('az://acct/c/x'), ['az://acct/c/', 'az://acct/']);
    assert.deepEqual(found('az://acct/d/x'), ['az://acct/']);
    assert.deepEqual(found('s3://acct/c'), ['s3://acct/']);
    assert.deepEqual(found('gs://acct/c'), []);
  });
});

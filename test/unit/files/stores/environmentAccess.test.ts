import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import type { Access } from '../../../../src/files/stores/access.ts';
import { parseAddress } from '../../../../src/files/stores/address.ts';
import {
  environmentAccesses,
  environmentEndpoints,
  type Variables,
} from '../../../../src/files/stores/environmentAccess.ts';
import { end, type Handler, StubStore } from './support/stubStore.ts';

const key = Buffer.alloc(64, 7).toString('base64');
const addressOf = (path: string) => parseAddress(path)!.address;

describe('access to stores from the environment', () => {
  let stub: StubStore;
  let time: number;
  let files: Record<string, string>;
  beforeEach(async () => {
    stub = new StubStore();
    await stub.start();
    time = Date.parse('2025-07-01T00:00:00Z');
    files = {};
  });
  afterEach(() => stub.stop());

  const accesses = (variables: Variables) =>
    environmentAccesses(variables, {
      route: stub.route,
      now: () => new Date(time),
      readText: (path) =>
        path in files ? Promise.resolve(files[path]!) : Promise.reject(new Error('no such file')),
    });
  const of = (path: string, variables: Variables) => accesses(variables)(addressOf(path));
  const tokenOf = async ([access]: readonly Access[]) => {
    assert.ok(access?.kind === 'token');
    return access.token();
  };
  const forms: URLSearchParams[] = [];
  const issue =
    (token: string, seconds = 3600): Handler =>
    (request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        forms.push(new URLSearchParams(body));
        end(response, 200, JSON.stringify({ access_token: token, expires_in: seconds }));
      });
    };

  it('is the key of an Azure account', () => {
    const access = [{ kind: 'sharedKey', account: 'acct', key }];
    for (const name of ['AZURE_STORAGE_KEY', 'AZURE_STORAGE_ACCOUNT_KEY']) {
      assert.deepEqual(of('az://acct/c', { [name]: key }), access);
      const named = { [name]: key, AZURE_STORAGE_ACCOUNT: 'acct' };
      assert.deepEqual(of('az://acct/c', named), access);
      assert.deepEqual(of('az://other/c', named), []);
    }
  });

  it('is what a connection string says', () => {
    const keyed = { AZURE_STORAGE_CONNECTION_STRING: `AccountName=acct;AccountKey=${key}` };
    assert.deepEqual(of('az://acct/c', keyed), [{ kind: 'sharedKey', account: 'acct', key }]);
    assert.deepEqual(of('az://other/c', keyed), []);
    const signed = {
      AZURE_STORAGE_CONNECTION_STRING:
        'BlobEndpoint=https://acct.blob.core.windows.net;SharedAccessSignature=sv=1&sig=a%3D',
    };
    assert.deepEqual(of('az://acct/c', signed), [{ kind: 'query', query: 'sv=1&sig=a%3D' }]);
  });

  it('is a key of S3', () => {
    const keys = { AWS_ACCESS_KEY_ID: 'ID', AWS_SECRET_ACCESS_KEY: 'secret' };
    assert.deepEqual(of('s3://bucket/x', { ...keys, AWS_SESSION_TOKEN: 's', AWS_REGION: 'r' }), [
      { kind: 'hmac', id: 'ID', secret: 'secret', session: 's', region: 'r' },
    ]);
    assert.deepEqual(of('s3://bucket/x', { AWS_ACCESS_KEY_ID: 'ID' }), []);
  });

  it('is nothing for a web server, whatever there is', () => {
    const variables = {
      AZURE_STORAGE_KEY: key,
      AWS_ACCESS_KEY_ID: 'ID',
      AWS_SECRET_ACCESS_KEY: 'secret',
      GOOGLE_APPLICATION_CREDENTIALS: '/x',
    };
    assert.deepEqual(of('https://example.org/x', variables), []);
  });

  it('is the token of a service principal of Azure', async () => {
    const principals: Variables[] = [
      { AZURE_TENANT_ID: 'tenant', AZURE_CLIENT_ID: 'client', AZURE_CLIENT_SECRET: 'hunter2' },
      { AZURE_APPLICATION_CREDENTIALS: '/principal.json' },
    ];
    files['/principal.json'] = '{"appId":"client","password":"hunter2","tenant":"tenant"}';
    for (const variables of principals) {
      stub.next.push(issue('t'));
      assert.equal(await tokenOf(of('az://acct/c', variables)), 't');
      assert.equal(stub.requests.at(-1), 'POST login.microsoftonline.com/tenant/oauth2/v2.0/token');
      assert.deepEqual(Object.fromEntries(forms.pop()!), {
        grant_type: 'client_credentials',
        client_id: 'client',
        client_secret: 'hunter2',
        scope: 'https://storage.azure.com/.default',
      });
    }
  });

  it('is the token of a service account of Google', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    files['/account.json'] = JSON.stringify({
      type: 'service_account',
      client_email: 'a@example.org',
      private_key: privateKey,
      // Not where it says, but to Google.
      token_uri: 'https://example.org/token',
    });
    stub.next.push(issue('t'));
    const found = of('gs://bucket/x', { GOOGLE_APPLICATION_CREDENTIALS: '/account.json' });
    assert.equal(await tokenOf(found), 't');
    assert.deepEqual(stub.requests, ['POST oauth2.googleapis.com/token']);
    const form = forms.pop()!;
    assert.equal(form.get('grant_type'), 'urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header, claims, signature] = form.get('assertion')!.split('.');
    const decoded = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
    assert.deepEqual(decoded(header!), { alg: 'RS256', typ: 'JWT' });
    assert.deepEqual(decoded(claims!), {
      iss: 'a@example.org',
      scope: 'https://www.googleapis.com/auth/devstorage.read_only',
      aud: 'https://oauth2.googleapis.com/token',
      iat: time / 1000,
      exp: time / 1000 + 3600,
    });
    const isValid = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      publicKey,
      Buffer.from(signature!, 'base64url'),
    );
    assert.ok(isValid);
  });

  it('is the token of a user of Google', async () => {
    files['/user.json'] = '{"client_id":"i","client_secret":"s","refresh_token":"r"}';
    stub.next.push(issue('t'));
    const found = of('gs://bucket/x', { GOOGLE_APPLICATION_CREDENTIALS: '/user.json' });
    assert.equal(await tokenOf(found), 't');
    assert.equal(forms.pop()!.get('refresh_token'), 'r');
  });

  it('asks for a token once for all requests, and again before it ends', async () => {
    const list = accesses({
      AZURE_TENANT_ID: 'tenant',
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'secret',
    });
    const ask = () => tokenOf(list(addressOf('az://acct/c')));
    stub.next.push(issue('first', 3600), issue('second', 3600));
    assert.deepEqual(await Promise.all([ask(), ask()]), ['first', 'first']);
    time += 54 * 60_000;
    assert.equal(await ask(), 'first');
    time += 2 * 60_000;
    assert.equal(await ask(), 'second');
    assert.equal(stub.requests.length, 2);
  });

  it('says why there is no token, without the secret, and pauses before it asks again', async () => {
    const ask = async (variables: Variables, path = 'az://acct/c') => {
      const found = of(path, variables);
      const failure = await tokenOf(found).then(String, (error: Error) => error);
      assert.ok(failure instanceof Error);
      assert.doesNotMatch(`${failure.stack} ${JSON.stringify(failure)}`, /hunter2/);
      return { message: failure.message, found };
    };
    const principal = {
      AZURE_TENANT_ID: 'tenant',
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'hunter2',
    };
    const refuse: Handler = (_, response) => {
      const error = { error: 'invalid_client', error_description: 'hunter2 is wrong' };
      end(response, 401, JSON.stringify(error));
    };
    stub.next.push(refuse, issue('t'));
    const { message, found } = await ask(principal);
    assert.equal(
      message,
      'sign-in failed: login.microsoftonline.com answered with status 401 (invalid_client)',
    );
    await assert.rejects(tokenOf(found), { message });
    assert.equal(stub.requests.length, 1);
    time += 61_000;
    assert.equal(await tokenOf(found), 't');
    stub.next.push((_, response) => void response.destroy());
    assert.match((await ask(principal)).message, /login\.microsoftonline\.com cannot be reached/);
    stub.next.push((_, response) => end(response.setHeader('Location', stub.origin), 307));
    assert.match((await ask(principal)).message, /cannot be reached/);
    stub.next.push((_, response) => end(response, 400, '{"error":"of hunter2"}'));
    assert.match((await ask(principal)).message, /answered with status 400$/);
    const google = { GOOGLE_APPLICATION_CREDENTIALS: '/none' };
    assert.match(
      (await ask(google, 'gs://b/x')).message,
      /^GOOGLE_APPLICATION_CREDENTIALS: the file cannot be read: \/none$/,
    );
    for (const text of ['hunter2', '{}', '{"client_email":"a","private_key":"hunter2"}', 'null']) {
      files['/none'] = text;
      assert.match((await ask(google, 'gs://b/x')).message, /_CREDENTIALS: expected a /);
    }
    files['/none'] = '{"password":"hunter2"}';
    const application = { AZURE_APPLICATION_CREDENTIALS: '/none' };
    assert.match(
      (await ask(application)).message,
      /expected a file with appId, password and tenant/,
    );
  });

  it('names endpoints', () => {
    assert.deepEqual(
      environmentEndpoints({
        AZURE_STORAGE_CONNECTION_STRING: `AccountName=acct;AccountKey=${key};BlobEndpoint=http://127.0.0.1:1/acct`,
        AWS_ENDPOINT_URL: 'http://127.0.0.1:2',
        STORAGE_EMULATOR_HOST: '127.0.0.1:3',
      }),
      {
        'az://acct': 'http://127.0.0.1:1/acct',
        's3://': 'http://127.0.0.1:2',
        'gs://': 'http://127.0.0.1:3',
      },
    );
    assert.deepEqual(
      environmentEndpoints({ AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' }),
      { 'az://devstoreaccount1': 'http://127.0.0.1:10000/devstoreaccount1' },
    );
    const china = 'AccountName=acct;AccountKey=x;EndpointSuffix=core.chinacloudapi.cn';
    assert.deepEqual(environmentEndpoints({ AZURE_STORAGE_CONNECTION_STRING: china }), {
      'az://acct': 'https://acct.blob.core.chinacloudapi.cn',
    });
    const usual = { AZURE_STORAGE_CONNECTION_STRING: `AccountName=acct;AccountKey=${key}` };
    assert.deepEqual(environmentEndpoints({ ...usual, AWS_ENDPOINT_URL: '' }), {});
  });
});

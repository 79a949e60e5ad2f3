import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { check } from '../../../src/cli/check.ts';
import { root } from '../../host/paths.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';
import { StubStore } from '../files/stores/support/stubStore.ts';
import { stubTransport, TestTimer } from '../files/stores/support/testTimer.ts';

const dist = join(root, 'dist');
const program = join(dist, 'cli.mjs');
const run = promisify(execFile);
const account = 'acct.blob.core.windows.net';

describe('the program neuron-explanations on stores', () => {
  let stub: StubStore;
  beforeEach(async () => {
    stub = new StubStore();
    await stub.start();
  });
  afterEach(() => stub.stop());

  let variables: Record<string, string>;
  beforeEach(() => (variables = {}));

  const checked = async (...args: string[]) => {
    let written = '';
    let warned = '';
    const status = await check(args, {
      variables,
      write: (text) => (written += text),
      warn: (text) => (warned += text),
      dist,
      transport: stubTransport(stub, new TestTimer()),
    });
    return { status, written, warned };
  };

  it('checks a directory, a layer and a file', async () => {
    for (const folder of [`${account}/c/run/explanations`, 'b/bucket/run/explanations'])
      stub.fill(folder, {
        '5/1.jsonl': simpleNeuron('5:1', 'a', 0.5),
        '5/2.jsonl': simpleNeuron('5:9', 'a', 0.5),
        '12/3.jsonl': '{',
      });
    for (const base of ['az://acct/c', `https://${account}/c`, 'gs://bucket']) {
      for (const path of [base, `${base}/run`, `${base}/run/explanations/`]) {
        const { status, written, warned } = await checked(path);
        assert.match(written, /^(?:az|gs):\S+\/run\/explanations\/?: 3 files in 2 layers/m);
        assert.match(written, /12\/3\.jsonl:1:2: error cut-off/);
        assert.match(written, /5\/2\.jsonl:.* id-differs/);
        assert.deepEqual([status, warned], [1, '']);
      }
      const layer = await checked(`${base}/run/explanations/5`);
      assert.match(layer.written, /2 files in 1 layer/);
      const file = await checked(`${base}/run/explanations/5/2.jsonl`);
      assert.match(file.written, /^\w+:.*5\/2\.jsonl: 2 warnings$/m);
    }
  });

  it('reads each file once, without asking for its size before', async () => {
    for (let i = 0; i < 100; i++)
      stub.blobs.set(`${account}/c/5/${i}.jsonl`, simpleNeuron(`5:${i}`, 'a', 0.5));
    assert.match((await checked('az://acct/c')).written, /100 files in 1 layer/);
    const files = stub.requests.filter((request) => request.includes('jsonl'));
    assert.deepEqual([files.length, new Set(files).size], [100, 100]);
  });

  it('says why a store cannot be read, and shows no signature', async () => {
    for (const refusal of [403, 404, 409]) {
      stub.refusesListing = refusal;
      const { status, written, warned } = await checked(`https://${account}/c/x?sv=1&sig=secret`);
      assert.match(warned, new RegExp(`^az://acct/c/x: [a-z ]+ \\(status ${refusal}\\)\\. `));
      assert.doesNotMatch(warned, /secret/);
      assert.deepEqual([status, written], [2, '']);
    }
    const { warned } = await checked('az://acct');
    assert.equal(warned, 'az://acct: expected az://ACCOUNT/CONTAINER/NAME.\n');
  });

  it('uses the keys of the environment, and shows none', async () => {
    variables = { AZURE_STORAGE_KEY: 'aHVudGVyMg==', AZURE_STORAGE_ACCOUNT: 'acct' };
    stub.fill(`${account}/c`, { '5/1.jsonl': simpleNeuron('5:1', 'a', 0.5) });
    stub.refuses = ({ headers: { authorization = '' } }) =>
      authorization.startsWith('SharedKey acct:') ? undefined : 403;
    assert.match((await checked('az://acct/c')).written, /1 file in 1 layer/);
    const { warned } = await checked('az://other/c');
    assert.match(
      warned,
      /\(status 403\)\. .*\. For private data, set AZURE_STORAGE_KEY or pass the URL .*\.$/m,
    );
    assert.doesNotMatch(warned, /aHVudGVyMg|hunter2/);
  });

  it('says what to do about each failure', async () => {
    stub.refuses = () => 403;
    for (const [address, advice] of [
      ['az://acct/c', /pass the URL with its shared access signature \(SAS\)\.$/],
      ['gs://bucket', /set GOOGLE_APPLICATION_CREDENTIALS\.$/],
      ['s3://bucket', /set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\.$/],
      ['https://host/5/1.jsonl', /pass the URL with the query that gives access\.$/],
    ] as const)
      assert.match((await checked(address)).warned.trim(), advice);
    stub.refuses = () => 503;
    assert.match(
      (await checked('az://acct/c/x')).warned,
      /\(tried 6 times\)\. Try again later\.\n$/,
    );
  });

  it('goes to the endpoint and with the key that the environment of the program names', async () => {
    stub.fill('bucket', { '5/1.jsonl': simpleNeuron('5:1', 'a', 0.5) });
    stub.refuses = ({ headers: { authorization = '' } }) =>
      authorization.startsWith('AWS4-HMAC-SHA256 Credential=ID/') ? undefined : 403;
    const env = {
      AWS_ENDPOINT_URL_S3: stub.origin,
      AWS_ACCESS_KEY_ID: 'ID',
      AWS_SECRET_ACCESS_KEY: 'hunter2',
      STORAGE_EMULATOR_HOST: 'http://',
    };
    const args = [program, 'check', 's3://bucket', '--ignore', 'no-sequences'];
    const { stdout, stderr } = await run(process.execPath, args, { env });
    assert.match(stdout, /1 file in 1 layer/);
    assert.match(stderr, /^Ignored an endpoint in the environment: "gs:\/\/": expected a base URL/);
  });

  it('reports a file that cannot be read', async () => {
    stub.fill(`${account}/c`, { '5/1.jsonl': '' });
    // The root; root and layer for discovery; both for the check; and then the file.
    stub.next.push(...Array.from({ length: 5 }, () => undefined), (_, response) => {
      response.statusCode = 403;
      response.end();
    });
    const { status, written } = await checked('az://acct/c/');
    assert.match(written, /5\/1\.jsonl:1:1: error unreadable: access denied \(status 403\)/);
    assert.equal(status, 1);
  });

  it('checks a file on a web server, and ends', async () => {
    stub.blobs.set('run/5/1.jsonl', simpleNeuron('5:1', 'a', 0.5));
    const url = `${stub.origin}/run/5/1.jsonl`;
    const { stdout } = await run(process.execPath, [
      program,
      'check',
      url,
      '--ignore',
      'no-sequences',
    ]);
    assert.match(stdout, /1\.jsonl: no problems/);
    const folder = run(process.execPath, [program, 'check', `${stub.origin}/run/`]);
    await assert.rejects(folder, {
      code: 2,
      stderr: /web servers cannot list folders\. Pass the address of a file\./,
    });
  });
});

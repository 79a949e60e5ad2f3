import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { FileError } from '../../../src/files/fileSource.ts';
import { openStore } from '../../../src/files/stores/storeSource.ts';
import { FormatError } from '../../../src/format/errors.ts';
import { temporaryFolder } from '../../host/cleanup.ts';
import { StubStore } from '../../unit/files/stores/support/stubStore.ts';
import { stubTransport, TestTimer } from '../../unit/files/stores/support/testTimer.ts';
import { readingFunctions } from '../functions.ts';
import { toReference } from '../runCase.ts';
import { type Answer, type Call, prepareReference, type RunReference } from './runReference.ts';

const account = 'acct.blob.core.windows.net';
const hosts = [account, 'storage.googleapis.com', 'www.googleapis.com'];
const id = '{"dataclass_name":"NeuronId","layer_index":5,"neuron_index":131}';

const azureKey = {
  AZURE_STORAGE_ACCOUNT: 'acct',
  AZURE_STORAGE_KEY: Buffer.from('no secret').toString('base64'),
};

/** What ours are called. */
const ourErrors: Readonly<Record<string, string>> = {
  FileNotFoundError: 'FileError',
  AssertionError: 'FormatError',
  JSONDecodeError: 'FormatError',
};
const nameOf = (answer: Answer) => ('error' in answer ? answer.error : 'no error');

describe('the reference’s functions on stores (needs shared/seed)', () => {
  let stub: StubStore;
  let reference: RunReference;
  before(async function () {
    this.timeout(300_000);
    reference = await prepareReference(this);
  });
  beforeEach(async () => {
    stub = new StubStore();
    await stub.start();
  });
  afterEach(() => stub.stop());

  /** Credentials that the stub does not look at. The reference's async functions need some. */
  function credentials(): Record<string, string> {
    const google = join(temporaryFolder().path, 'google.json');
    const user = { client_id: 'x', client_secret: 'x', refresh_token: 'x' };
    writeFileSync(google, JSON.stringify({ type: 'authorized_user', ...user }));
    return { ...azureKey, GOOGLE_APPLICATION_CREDENTIALS: google };
  }

  const theirs = (calls: readonly Call[], env: Record<string, string> = credentials()) =>
    reference(calls, { origin: stub.origin, hosts, env });

  async function ours([name, path, ...args]: Call): Promise<Answer> {
    const transport = stubTransport(stub, new TestTimer());
    const opened = openStore(String(path), transport)!;
    try {
      const call = readingFunctions(opened.source)[name]!;
      return { value: toReference(await call(...([opened.path, ...args] as never[]))) };
    } catch (error) {
      assert.ok(error instanceof FileError || error instanceof FormatError, String(error));
      return { error: error.name, message: error.message };
    }
  }

  const describeCall = ([name, ...args]: Call) => `${name}(${args.join(', ')})`;

  /** `better` is what we answer by design, by function. */
  async function compare(calls: readonly Call[], better: Readonly<Record<string, unknown>> = {}) {
    const expected = await theirs(calls);
    for (const [i, call] of calls.entries()) {
      const [their, our] = [expected[i]!, await ours(call)];
      const title = describeCall(call);
      if (call[0] in better) {
        assert.notDeepEqual(their, our, title);
        assert.deepEqual(our, { value: better[call[0]] }, title);
      } else if ('error' in their)
        assert.equal(nameOf(our), ourErrors[their.error], `${title}: ${JSON.stringify(our)}`);
      else assert.deepEqual(our, their, title);
    }
    return expected;
  }

  const filesOf = (directory: string): Call[] => {
    const file = (name: string) => `${directory.replace(/\/$/, '')}/5/${name}`;
    return [
      ...[131, 132, 133, 134, 135].flatMap((neuron): Call[] => [
        ['load_neuron_explanations', directory, 5, neuron],
        ['load_neuron_explanations_async', directory, '5', String(neuron)],
      ]),
      ...['131.jsonl', '132.jsonl', '133.jsonl', '134.jsonl', '135.jsonl'].flatMap(
        (name): Call[] => [
          ['read_file', file(name)],
          ['read_explanation_file', file(name)],
        ],
      ),
      ['read_json_file', file('plain.json')],
      ['read_json_file', file('none.json')],
    ];
  };
  const files = {
    '5/131.jsonl': `${id}\n`,
    '5/132.jsonl': '',
    // 133 does not exist.
    '5/134.jsonl': `${id}\n${id}\n`,
    '5/135.jsonl': '{',
    '5/plain.json': '{"a": [1, "é"]}\n',
  };

  for (const [directory, folder] of [
    ['az://acct/c/run/explanations', `${account}/c/run/explanations`],
    [`https://${account}/c/run/explanations`, `${account}/c/run/explanations`],
    ['az://acct/c/run/', `${account}/c/run`],
    ['az://acct/c', `${account}/c`],
    ['az://acct/c/a b%20?é/x', `${account}/c/a b%20?é/x`],
    ['gs://bucket/run', 'b/bucket/run'],
  ] as const) {
    it(`read files of ${directory} alike`, async () => {
      stub.fill(folder, files);
      const [first] = await compare(filesOf(directory));
      assert.deepEqual(first, {
        value: { $class: 'NeuronId', layer_index: 5, neuron_index: 131 },
      });
    });

    it(`list ${directory} alike`, async () => {
      for (const name of ['0/7.jsonl', '10/1.jsonl', '9/', 'x/1.jsonl', '3.jsonl', '007/1.jsonl'])
        stub.fill(folder, { [name]: '' });
      for (const name of ['12.jsonl', '2.jsonl', '2.json', '4/x', '4', 'y.1', '007.x'])
        stub.fill(`${folder}/5`, { [name]: '' });
      await compare([
        ['get_numerical_subdirs', directory],
        ['get_sorted_neuron_indices_from_explanations', directory, 5],
        ['get_sorted_neuron_indices_from_explanations', directory, '6'],
        ['get_numerical_subdirs', `${directory}/none`],
      ]);
    });
  }

  it('list a layer in pages, of which the first is empty, alike', async () => {
    stub.pageSize = 500;
    stub.emptyFirstPage = true;
    for (let i = 0; i < 1200; i++) stub.blobs.set(`${account}/c/5/${i}.jsonl`, '');
    await compare([['get_sorted_neuron_indices_from_explanations', 'az://acct/c', 5]]);
  });

  it('list a layer once. The reference lists it twice if a file has its name', async () => {
    stub.fill(`${account}/c/run`, { '0': '', '0/1.jsonl': '', '5/1.jsonl': '' });
    const expected = await compare([['get_numerical_subdirs', 'az://acct/c/run']], {
      get_numerical_subdirs: ['0', '5'],
    });
    assert.deepEqual(expected, [{ value: ['0', '0', '5'] }]);
  });

  it('retry alike', async () => {
    stub.fill(`${account}/c`, files);
    const calls: Call[] = [
      ['load_neuron_explanations', 'az://acct/c', 5, 131],
      ['read_file', 'az://acct/c/5/131.jsonl'],
    ];
    const busy = () =>
      stub.next.push(undefined, undefined, (_, response) => void response.writeHead(503).end());
    busy();
    const expected = await theirs(calls);
    assert.equal(stub.next.length, 0);
    for (const [i, call] of calls.entries()) {
      stub.next.push((_, response) => void response.writeHead(503).end());
      assert.deepEqual(await ours(call), expected[i]);
      assert.equal(stub.next.length, 0);
    }
  });

  it('read public files that cannot be listed. The reference fails', async () => {
    stub.refusesListing = 404;
    stub.fill(`${account}/c`, files);
    const call: Call = ['load_neuron_explanations', 'az://acct/c', 5, 131];
    const [their] = await theirs([call], {});
    assert.ok('error' in their!, JSON.stringify(their));
    const our = await ours(call);
    assert.deepEqual(our, { value: { $class: 'NeuronId', layer_index: 5, neuron_index: 131 } });
  });

  it('contact no host that the stub does not stand for', async () => {
    await assert.rejects(
      theirs([['read_file', 'gs://bucket/x']], { NO_GCE_CHECK: 'false' }),
      /contacted metadata\.google\.internal/,
    );
    const other: Call = ['load_neuron_explanations', 'az://other/c', 5, 131];
    await assert.rejects(
      theirs([other], { ...azureKey, AZURE_STORAGE_ACCOUNT: 'other' }),
      /named other\.blob\.core\.windows\.net, which no server stands for/,
    );
  });
});

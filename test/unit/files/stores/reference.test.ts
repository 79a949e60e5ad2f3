import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import type { FileSource } from '../../../../src/files/fileSource.ts';
import { openStore } from '../../../../src/files/stores/storeSource.ts';
import {
  getNumericalSubdirs,
  getSortedNeuronIndicesFromExplanations,
} from '../../../../src/format/directories.ts';
import * as reading from '../../../../src/format/reading.ts';
import { end, type Handler, StubStore } from './support/stubStore.ts';
import { stubTransport, TestTimer } from './support/testTimer.ts';

const idText = '{"layer_index":5,"neuron_index":131,"dataclass_name":"NeuronId"}';
const id = { dataclassName: 'NeuronId', layerIndex: 5, neuronIndex: 131 };
const account = 'acct.blob.core.windows.net';

/** One directory by each spelling of its address, with its files in the stub. */
const spellings = [
  { directory: 'az://acct/c/run/explanations', folder: `${account}/c/run/explanations` },
  { directory: `https://${account}/c/run/explanations/`, folder: `${account}/c/run/explanations` },
  { directory: 'az://acct/c', folder: `${account}/c` },
  { directory: 'az://acct/c/50%20?#//data', folder: `${account}/c/50%20?#//data`, onlyPaths: true },
  { directory: 'az://acct/c/a b%#?é', folder: `${account}/c/a b%#?é` },
  { directory: 'gs://bucket/run', folder: 'b/bucket/run' },
  { directory: 's3://bucket/run', folder: 'bucket.s3.amazonaws.com/run' },
  { directory: 'http://example.org/run', folder: 'example.org/run', onlyFiles: true },
];

describe('the reference’s functions on stores', () => {
  let stub: StubStore;
  let timer: TestTimer;
  beforeEach(async () => {
    stub = new StubStore();
    timer = new TestTimer();
    await stub.start();
  });
  afterEach(() => stub.stop());

  const open = (path: string) => openStore(path, stubTransport(stub, timer))!;
  const answer =
    (status: number, body: string, headers: Record<string, string> = {}): Handler =>
    (_, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      end(response, status, body);
    };

  for (const { directory, folder, onlyFiles, onlyPaths } of spellings) {
    it(`read files of ${directory}`, async () => {
      stub.fill(folder, { '5/131.jsonl': `${idText}\n`, '5/132.jsonl': '' });
      const { source, path } = open(directory);
      const file = `${path.replace(/\/$/, '')}/5/131.jsonl`;
      assert.equal(await reading.readFile(source, file), idText);
      assert.deepEqual(await reading.readExplanationFile(source, file), id);
      assert.deepEqual(await reading.readJsonFile(source, file), JSON.parse(idText));
      assert.equal(await reading.readFile(source, `${file}.bak`), null);
      // As in the reference, names with an empty segment are read, but not joined to.
      if (onlyPaths) return;
      assert.equal(reading.neuronPath(source, path, 5, 131), file);
      assert.deepEqual(await reading.loadNeuronExplanations(source, path, 5, 131), id);
      assert.deepEqual(await reading.loadNeuronExplanationsAsync(source, path, '5', '131'), id);
      assert.equal(await reading.loadNeuronExplanations(source, path, 5, 132), null);
      assert.equal(await reading.loadNeuronExplanations(source, path, 5, 133), null);
    });

    if (!onlyFiles && !onlyPaths)
      it(`list ${directory}`, async () => {
        const names = ['0', '0/7.jsonl', '10/1.jsonl', '9/', 'x/1.jsonl', '3.jsonl', '007/1.jsonl'];
        stub.fill(folder, Object.fromEntries(names.map((name) => [name, ''])));
        const neurons = ['12.jsonl', '2.jsonl', '2.json', '', '4/x', '4', 'y.1', '007.x'];
        stub.fill(`${folder}/5`, Object.fromEntries(neurons.map((name) => [name, ''])));
        const { source, path } = open(directory);
        // The reference lists "0" twice, since a file has that name, too. Here it comes once.
        assert.deepEqual(await getNumericalSubdirs(source, path), ['0', '5', '7', '9', '10']);
        assert.deepEqual(
          await getSortedNeuronIndicesFromExplanations(source, path, 5),
          [2, 2, 4, 4, 7, 12],
        );
      });
  }

  it('list a layer in pages, with an empty one first', async () => {
    stub.pageSize = 2000;
    stub.emptyFirstPage = true;
    for (let i = 0; i < 6400; i++) stub.blobs.set(`${account}/c/5/${i}.jsonl`, '');
    const { source, path } = open('az://acct/c');
    const found = await getSortedNeuronIndicesFromExplanations(source, path, 5);
    assert.deepEqual(
      found,
      Array.from({ length: 6400 }, (_, i) => i),
    );
  });

  it('need no listing to read a file. The reference lists first, and fails', async () => {
    stub.refusesListing = 404;
    stub.fill(`${account}/c`, { '5/131.jsonl': idText });
    const { source, path } = open('az://acct/c');
    assert.deepEqual(await reading.loadNeuronExplanations(source, path, 5, 131), id);
    assert.equal(stub.requests.length, 1);
    await assert.rejects(getNumericalSubdirs(source, path), {
      name: 'FileError',
      message: /^az:\/\/acct\/c\/: not found \(status 404\)\. /,
    });
  });

  describe('with faults', () => {
    const all: Record<string, (source: FileSource, path: string) => Promise<unknown>> = {
      loadNeuronExplanations: (source, path) =>
        reading.loadNeuronExplanations(source, path, 5, 131),
      loadNeuronExplanationsAsync: (source, path) =>
        reading.loadNeuronExplanationsAsync(source, path, 5, 131),
      readFile: (source, path) => reading.readFile(source, `${path}5/131.jsonl`),
      readExplanationFile: (source, path) =>
        reading.readExplanationFile(source, `${path}5/131.jsonl`),
      readJsonFile: (source, path) => reading.readJsonFile(source, `${path}5/131.jsonl`),
      getNumericalSubdirs,
      getSortedNeuronIndicesFromExplanations: (source, path) =>
        getSortedNeuronIndicesFromExplanations(source, path, 5),
    };

    for (const [name, run] of Object.entries(all)) {
      it(`${name} gives the same`, async () => {
        stub.fill(`${account}/c`, { '5/131.jsonl': idText });
        const { source, path } = open('az://acct/c');
        const expected = await run(source, path);
        stub.next.push(
          answer(429, 'slow down', { 'Retry-After': '3' }),
          answer(503, ''),
          (_, response) => response.destroy(),
          // A length that is too large, and a body of no length that is cut off.
          (_, response) => {
            response.setHeader('Content-Length', 999);
            response.write('{"a', () => response.destroy());
          },
          (_, response) => void response.write('{"a', () => response.destroy()),
        );
        assert.deepEqual(await run(source, path), expected);
        assert.equal(timer.waits[0], 3000);
        assert.equal(stub.next.length, 0);
      });

      it(`${name} names the path if it gives up`, async () => {
        const { source, path } = open(`https://${account}/c/x/?sv=1&sig=secret`);
        stub.next.push(...Array.from({ length: 6 }, () => answer(503, '')));
        await assert.rejects(run(source, path), ({ name, message }: Error) => {
          assert.equal(name, 'FileError');
          assert.match(
            message,
            /^az:\/\/acct\/c\/x\/.*: the server answered with status 503 \(tried 6 times\)/,
          );
          assert.doesNotMatch(message, /secret/);
          return true;
        });
      });
    }

    it('names a file that does not decode without the query', async () => {
      stub.fill(`${account}/c`, { '5/131.jsonl': '{' });
      const { source, path } = open(`https://${account}/c?sv=1&sig=secret`);
      await assert.rejects(reading.loadNeuronExplanations(source, path, 5, 131), {
        name: 'FormatError',
        message: /^az:\/\/acct\/c\/5\/131\.jsonl: /,
      });
    });

    it('answers that are late come to those who asked', async () => {
      const late: ServerResponse[] = [];
      const { source } = open('az://acct/c');
      const bothAsked = new Promise<void>((resolve) => {
        const hold: Handler = (_, response) => {
          if (late.push(response) === 2) resolve();
        };
        stub.next.push(hold, hold);
      });
      const texts = Promise.all(
        ['1', '2'].map((name) => reading.readFile(source, `az://acct/c/${name}`)),
      );
      await bothAsked;
      for (const response of late.reverse()) end(response, 200, response.req.url!.slice(-1));
      assert.deepEqual(await texts, ['1', '2']);
    });
  });
});

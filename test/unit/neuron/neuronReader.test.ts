import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ComparedRows } from '../../../src/neuron/host/comparedRows.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import type { FileSource } from '../../../src/files/fileSource.ts';
import { FormatError } from '../../../src/format/errors.ts';
import { NotOpenError } from '../../../src/workers/messages.ts';
import { WorkerEnded } from '../../../src/workers/workerPool.ts';
import { analysisMessage, distributionAt, findIn } from '../../../src/neuron/host/tokenAnswers.ts';
import { neuronDocument, sequencePage } from '../../../src/neuron/host/content.ts';
import { DecodedNeurons } from '../../../src/neuron/host/neuronJobs.ts';
import { NeuronReader, type PagePool } from '../../../src/neuron/host/neuronReader.ts';
import { temporaryFolder } from '../../host/cleanup.ts';
import { Held } from '../../host/held.ts';
import { memorySource } from '../format/memorySource.ts';
import { repetitions } from '../hostility/repetitions.ts';
import { poolOf, workerPool } from '../workers/support/pool.ts';
import { located } from './support/located.ts';

const sample = join(import.meta.dirname, '../../../samples/explanations/5/131.jsonl');
const otherSample = join(import.meta.dirname, '../../../samples/explanations/5/1377.jsonl');
const at = located('5/131.jsonl', { uri: 'file:///5/131.jsonl', path: '5/131.jsonl' });
const { neuron, problems } = decodeNeuronFile(readFileSync(sample), { layer: 5, neuron: 131 });
const unit = explainedUnit(neuron);

describe('the thread that reads neurons for pages', () => {
  let pool: PagePool;
  let reader: NeuronReader;
  beforeEach(() => {
    pool = workerPool({ size: 1, longestJob: 30_000 });
    reader = new NeuronReader(pool);
  });
  afterEach(() => pool.dispose());

  const page = (key: number, from = 0) =>
    ({ type: 'page', key, explanation: 0, from, order: 'miss' }) as const;

  it('answers like decoding in this thread', async () => {
    const open = await reader.open(localFileSource, sample, at);
    const { key } = open;
    assert.deepEqual(open.document, neuronDocument(at, unit, problems));
    const best = open.document.explanations[0]!.index;
    assert.deepEqual(open.first, sequencePage(unit, best, 0, 'stored'));
    assert.deepEqual(await open.ask(page(key, 1)), sequencePage(unit, 0, 1, 'miss'));
    const analysis = await open.ask({ type: 'analysis', key, explanation: 0 });
    assert.deepEqual(analysis, analysisMessage(unit, 0));
    const search = {
      explanation: 0,
      order: 'stored',
      text: 'a',
      matchCase: false,
      regex: false,
    } as const;
    assert.deepEqual(await open.ask({ type: 'find', key, ...search }), await findIn(unit, search));
    const token = { explanation: 0, sequence: 0, token: 0 };
    const distribution = await open.ask({ type: 'distribution', key, ...token });
    assert.deepEqual(distribution, distributionAt(unit, token));
    const side = { unit, explanation: 0 };
    const left = { key, explanation: 0 };
    assert.deepEqual(
      await open.ask({ type: 'rows', left, right: left, order: 'stored', from: 0 }),
      new ComparedRows(side, side, 'stored').page(0),
    );
    assert.deepEqual(
      await open.ask({ type: 'rows', left, right: null, order: 'stored', from: 0 }),
      new ComparedRows(side, { unit: undefined, explanation: null }, 'stored').page(0),
    );
    assert.equal(await open.ask({ type: 'analysis', key, explanation: 9 }), null);
  });

  it('receives the bytes of files that only the host can read', async () => {
    const source = memorySource({ '/5/131.jsonl': readFileSync(sample, 'utf8') });
    const open = await reader.open(source, '/5/131.jsonl', at);
    assert.deepEqual(open.document, neuronDocument(at, unit, problems));
    await assert.rejects(reader.open(source, '/5/1.jsonl', at), /no such file/);
  });

  describe('reads ahead', () => {
    const [path, other] = ['/5/131.jsonl', '/5/1377.jsonl'];
    let files: Record<string, string>;
    let source: FileSource;
    let read: string[];
    beforeEach(() => {
      files = { [path]: readFileSync(sample, 'utf8'), [other]: readFileSync(otherSample, 'utf8') };
      const memory = memorySource(files);
      read = [];
      const readFile = (each: string) => {
        read.push(each);
        return memory.readFile(each);
      };
      source = { ...memory, readFile };
    });

    it('once, for the next opening', async () => {
      await reader.readAhead(source, path, at);
      const open = await reader.open(source, path, at);
      assert.deepEqual(open.document, neuronDocument(at, unit, problems));
      assert.deepEqual(await open.ask(page(open.key, 1)), sequencePage(unit, 0, 1, 'miss'));
      assert.deepEqual(read, [path]);
      await reader.open(source, path, at);
      assert.deepEqual(read, [path, path]);
    });

    it('but opens a file that has changed as it is now', async () => {
      await reader.readAhead(source, path, at);
      files[path] = readFileSync(otherSample, 'utf8');
      const open = await reader.open(source, path, at);
      const { neuron } = decodeNeuronFile(readFileSync(otherSample), { layer: 5, neuron: 131 });
      assert.equal(open.document.explanations.length, neuron.scoredExplanations.length);
      assert.notDeepEqual(open.document, neuronDocument(at, unit, problems));
    });

    it('but reports a file that has gone, or could not be read', async () => {
      await reader.readAhead(source, path, at);
      delete files[path];
      await assert.rejects(reader.open(source, path, at), /no such file/);
      files[path] = 'no neuron';
      await reader.readAhead(source, path, at);
      await assert.rejects(reader.open(source, path, at), FormatError);
    });

    it('one neuron, and no large one', async () => {
      await reader.readAhead(source, path, at);
      await reader.readAhead(source, other, at);
      await reader.open(source, path, at);
      assert.deepEqual(read, [path, other, path]);
      files[path] = `${files[path]!}${' '.repeat(4e6)}`;
      await reader.readAhead(source, path, at);
      assert.deepEqual(read, [path, other, path]);
    });
  });

  it('reports an unreadable file like decoding in this thread', async () => {
    const root = temporaryFolder().path;
    const path = join(root, '131.jsonl');
    writeFileSync(path, '{"neuron_id": [');
    const failure = { name: 'FormatError', code: 'cut-off', file: path };
    await assert.rejects(reader.open(localFileSource, path, at), failure);
    const none = { name: 'FileError', reason: 'no such file' };
    await assert.rejects(reader.open(localFileSource, join(root, '1.jsonl'), at), none);
    mkdirSync(join(root, '2.jsonl'));
    await assert.rejects(reader.open(localFileSource, join(root, '2.jsonl'), at), {
      name: 'FileError',
    });
  });

  it('reopens the neurons of a thread that ended', async () => {
    const brief: PagePool = workerPool({ size: 1, idleTime: 1 });
    const again = new NeuronReader(brief);
    const ended = async () => {
      while (brief.threads > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const one = await again.open(localFileSource, sample, at);
    const other = await again.open(localFileSource, sample, at);
    await ended();
    assert.deepEqual(await one.ask(page(one.key)), sequencePage(unit, 0, 0, 'miss'));
    await ended();
    const left = { key: one.key, explanation: 0 };
    const right = { key: other.key, explanation: 0 };
    const rows = await one.ask({ type: 'rows', left, right, order: 'stored', from: 0 }, other);
    assert.ok(rows.rows.length > 0);
    brief.dispose();
  });

  it('answers about a closed neuron by reopening it', async () => {
    const open = await reader.open(localFileSource, sample, at);
    open.close();
    assert.deepEqual(await open.ask(page(open.key)), sequencePage(unit, 0, 0, 'miss'));
  });

  it('frees a closed neuron', async () => {
    const path = join(temporaryFolder().path, '131.jsonl');
    writeFileSync(path, readFileSync(sample));
    const open = await reader.open(localFileSource, path, at);
    open.close();
    rmSync(path);
    await assert.rejects(open.ask(page(open.key)), /no such file/);
  });

  it('does not answer from a changed file when it reopens a neuron', async () => {
    const brief: PagePool = workerPool({ size: 1, idleTime: 1 });
    const path = join(temporaryFolder().path, '131.jsonl');
    writeFileSync(path, readFileSync(sample));
    const open = await new NeuronReader(brief).open(localFileSource, path, at);
    writeFileSync(path, readFileSync(otherSample));
    while (brief.threads > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await assert.rejects(open.ask(page(open.key)), /The file has changed/);
    brief.dispose();
  });

  it('answers from decoded data after the file was deleted', async () => {
    const path = join(temporaryFolder().path, '131.jsonl');
    writeFileSync(path, readFileSync(sample));
    const open = await reader.open(localFileSource, path, at);
    rmSync(path);
    assert.deepEqual(await open.ask(page(open.key)), sequencePage(unit, 0, 0, 'miss'));
  });

  for (const [what, count] of [
    ['explanations that are empty', 49_000],
    ['explanations that are empty', 10_000],
    ['sequences that are lists', 49_000],
    ['sequences without scores', 100_000],
  ] as const) {
    it(`does not block the host: ${count} ${what}`, async () => {
      const path = join(temporaryFolder().path, '131.jsonl');
      writeFileSync(path, repetitions[what]!(count));
      const held = new Held();
      await reader.open(localFileSource, path, at).catch((error: unknown) => {
        assert.match(String(error), /the limit is 10000/);
      });
      const longest = await held.stop();
      const here = await timeHere(readFileSync(path));
      assert.ok(
        longest < Math.max(100, here / 2),
        `the host was held up for ${longest.toFixed(0)} ms, by itself for ${here.toFixed(0)} ms`,
      );
    });
  }
});

/** The processor time that reading takes in this thread, in milliseconds. */
async function timeHere(file: Uint8Array): Promise<number> {
  const held = new Held();
  try {
    const decoded = decodeNeuronFile(file, { layer: 5, neuron: 131 });
    neuronDocument(at, explainedUnit(decoded.neuron), decoded.problems);
  } catch (error) {
    assert.match(String(error), /the limit is 10000/);
  }
  return held.stop();
}

describe('the neurons that are open in a thread', () => {
  const source = memorySource({});
  const side = { key: 1, explanation: 0 };
  const rows = { type: 'rows', left: side, right: side, order: 'stored', from: 0 } as const;
  const open = (neurons: DecodedNeurons, path: string) =>
    neurons.run({ type: 'open', key: 1, file: { path, bytes: readFileSync(path) }, at });

  it('are compared in their current state if one was reopened', async () => {
    const neurons = new DecodedNeurons(source);
    await open(neurons, sample);
    const before = await neurons.run(rows);
    assert.deepEqual(await neurons.run(rows), before);
    await open(neurons, otherSample);
    const now = await neurons.run(rows);
    assert.notDeepEqual(now, before);
    const other = new DecodedNeurons(source);
    await open(other, otherSample);
    assert.deepEqual(now, await other.run(rows));
  });

  it('are freed once they are closed', async () => {
    const neurons = new DecodedNeurons(source);
    await open(neurons, sample);
    await neurons.run(rows);
    await neurons.run({ type: 'close', key: 1 });
    await assert.rejects(neurons.run({ type: 'analysis', key: 1, explanation: 0 }), NotOpenError);
    await assert.rejects(neurons.run(rows), NotOpenError);
  });
});

describe('a thread that ends, or takes too long', () => {
  const folder = temporaryFolder().path;
  /** Does not end for one path; ends itself for another, and once for those in the folder. */
  const script = `
    import { parentPort } from 'node:worker_threads';
    import { existsSync, writeFileSync } from 'node:fs';
    const folder = ${JSON.stringify(folder)};
    parentPort.on('message', ({ id, job }) => {
      const name = job.file.path;
      if (name === '/endless') for (;;);
      if (name === '/fatal') process.exit(7);
      if (name.startsWith(folder) && !existsSync(name)) {
        writeFileSync(name, '');
        process.exit(7);
      }
      parentPort.postMessage({ id, ok: { document: name, first: null } });
    });`;

  it('is reported, and does not block later requests', async () => {
    const ends: string[] = [];
    const limits = { size: 1, longestJob: 500 };
    const pool: PagePool = poolOf(script, (reason) => ends.push(reason), limits);
    const reader = new NeuronReader(pool);
    const open = (path: string) => reader.open(localFileSource, path, at);
    const endless = open('/endless');
    const later = ['/a', '/b'].map(open);
    await assert.rejects(endless, (error) => {
      assert.ok(error instanceof WorkerEnded);
      return /took longer than 0.5 s/.test(error.message);
    });
    const documents = (await Promise.all(later)).map(({ document }) => document as unknown);
    assert.deepEqual(documents, ['/a', '/b']);
    await assert.rejects(open('/fatal'), WorkerEnded);
    assert.equal((await open('/c')).document, '/c');
    assert.deepEqual(ends, ['it took longer than 0.5 s', 'it exited', 'it exited']);
    const once = join(folder, 'once');
    assert.equal((await open(once)).document, once);
    pool.dispose();
    await assert.rejects(open('/d'), /have been stopped/);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { FileError, unreadable } from '../../../src/files/fileSource.ts';
import { localFileSource, stampOf } from '../../../src/platform/node/localFileSource.ts';
import { layerFiles, PoolFiles } from '../../../src/workers/poolFiles.ts';
import type { WorkerPool } from '../../../src/workers/workerPool.ts';
import { skip } from '../../host/skip.ts';
import { unprivileged } from '../../host/unprivileged.ts';
import { folderWith } from '../catalog/support/folders.ts';
import { layerOf } from '../catalog/support/keys.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';
import { memorySource } from '../format/memorySource.ts';
import { poolOf, workerPool } from './support/pool.ts';

const root = join(import.meta.dirname, '../../..');
const layer = layerOf('5');

describe('neuron files read by worker threads', () => {
  let pool: WorkerPool;
  before(() => (pool = workerPool()));
  after(() => pool.dispose());

  for (const folder of ['samples/explanations', 'test/fixtures/bad']) {
    it(`have the decoder’s rows: ${folder}`, async () => {
      const path = join(root, folder);
      const reader = new PoolFiles(pool, localFileSource, path);
      for (const name of readdirSync(path).filter((each) => /^\d+$/.test(each))) {
        const keys = readdirSync(join(path, name)).map((file) => `${name}/${file}`);
        const readings = await reader.read(layerOf(name), keys, 'exact');
        assert.deepEqual(
          readings,
          keys.map((key) => {
            const file = join(path, key);
            const place = { layer: Number(name), neuron: parseInt(key.split('/')[1]!, 10) };
            return {
              key,
              stamp: stampOf(statSync(file)),
              row: decodeRow(readFileSync(file), place),
            };
          }),
        );
      }
    });
  }

  it('are listed with their stamps, and nothing else is', async () => {
    const path = folderWith({
      '5/1.jsonl': simpleNeuron('5:1', 'one', 0.5),
      '5/2.jsonl': '',
      '5/3.jsonl/': '',
      '5/4.json': '',
      '5/notes.txt': '',
    });
    symlinkSync(join(path, '5/1.jsonl'), join(path, '5/6.jsonl'));
    symlinkSync(join(path, 'nowhere'), join(path, '5/7.jsonl'));
    const { keys, sizes, modified } = (await new PoolFiles(pool, localFileSource, path).list(
      layer,
    ))!;
    const found = keys.map((key, i) => [key, { size: sizes[i], modified: modified[i] }]);
    assert.deepEqual(
      found.sort(),
      ['5/1.jsonl', '5/2.jsonl', '5/6.jsonl'].map((key) => [
        key,
        stampOf(statSync(join(path, key))),
      ]),
    );
  });

  it('that are deleted have no stamp', async () => {
    const path = folderWith({ '5/1.jsonl': '' });
    for (const how of ['exact', 'provisional'] as const)
      assert.deepEqual(
        await new PoolFiles(pool, localFileSource, path).read(layer, ['5/9.jsonl'], how),
        [{ key: '5/9.jsonl', stamp: undefined, row: undefined }],
      );
  });

  it('are files, not folders or pipes with such names', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no pipes among its files');
    const path = folderWith({ '5/1.jsonl': '', '5/2.jsonl/': '' });
    execFileSync('mkfifo', [join(path, '5/3.jsonl')]);
    const reader = new PoolFiles(pool, localFileSource, path);
    assert.deepEqual((await reader.list(layer))?.keys, ['5/1.jsonl']);
    for (const how of ['exact', 'provisional'] as const)
      for (const { stamp } of await reader.read(layer, ['5/2.jsonl', '5/3.jsonl'], how))
        assert.equal(stamp, undefined);
  });

  it('are not folders, even unreadable ones', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has other permissions');
    const path = folderWith({ '5/1.jsonl': '', '5/2.jsonl/': '' });
    chmodSync(path, 0o755);
    chmodSync(join(path, '5/2.jsonl'), 0);
    await unprivileged(async () => {
      for (const how of ['exact', 'provisional'] as const) {
        const [reading] = await new PoolFiles(pool, localFileSource, path).read(
          layer,
          ['5/2.jsonl'],
          how,
        );
        assert.equal(reading?.stamp, undefined);
      }
    });
  });

  it('are listed if they cannot be read, with the reason', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has other permissions');
    const text = simpleNeuron('5:1', ' one', 0.5);
    const path = folderWith({ '5/1.jsonl': text, '5/3.jsonl': text });
    symlinkSync('2.jsonl', join(path, '5/2.jsonl'));
    chmodSync(path, 0o755);
    chmodSync(join(path, '5/3.jsonl'), 0);
    await unprivileged(async () => {
      const reader = new PoolFiles(pool, localFileSource, path);
      const { keys, sizes } = (await reader.list(layer))!;
      const found = Object.fromEntries(keys.map((key, i) => [key, sizes[i]]));
      assert.deepEqual(found, { '5/1.jsonl': text.length, '5/2.jsonl': -1, '5/3.jsonl': -1 });
      const readings = await reader.read(layer, [...keys].sort(), 'exact');
      assert.deepEqual(readings[1]?.stamp, unreadable);
      assert.deepEqual(readings[2]?.stamp, unreadable);
      assert.match(readings[1]?.row?.failure ?? '', /its symbolic links form a loop/);
      assert.match(readings[2]?.row?.failure ?? '', /permission denied/);
    });
  });

  it('of an unreadable layer are refused with a reason', async () => {
    const path = folderWith({ '5': 'a file' });
    await assert.rejects(new PoolFiles(pool, localFileSource, path).list(layer), (error) => {
      assert.ok(error instanceof FileError);
      assert.match(error.message, /5: it is not a folder/);
      return true;
    });
  });
});

/** A worker that ends at some files, and gives each other file a row of its key. */
const mortal = (...fatal: readonly string[]) => `
  import { parentPort } from 'node:worker_threads';
  const fatal = ${JSON.stringify(fatal)};
  parentPort.postMessage({ ready: true });
  parentPort.on('message', ({ id, job }) => {
    if (job.keys.some((key) => fatal.includes(key))) process.exit(1);
    const row = (failure) => ({ explanations: [], failure, problems: [], problemCount: 1 });
    const ok = job.keys.map((key) => ({ key, stamp: { size: 1, modified: 1 }, row: row(key) }));
    parentPort.postMessage({ id, ok });
  });`;

describe('a worker that crashes on a file', () => {
  it('loses only the row of that file', async () => {
    const pool = poolOf(mortal('5/3.jsonl'));
    const path = folderWith({ '5/3.jsonl': 'x' });
    const keys = Array.from({ length: 9 }, (_, i) => `5/${i}.jsonl`);
    const readings = await new PoolFiles(pool, localFileSource, path).read(layer, keys, 'exact');
    const rows = new Map(readings.map(({ key, row }) => [key, row?.failure]));
    for (const key of keys) {
      if (key !== '5/3.jsonl') assert.equal(rows.get(key), key);
    }
    assert.match(rows.get('5/3.jsonl') ?? '', /reading failed/);
    pool.dispose();
  });

  it('loses no other row, however many such files there are', async () => {
    const keys = Array.from({ length: 32 }, (_, i) => `5/${i}.jsonl`);
    const fatal = keys.filter((_, i) => i % 3 === 0);
    const pool = poolOf(mortal(...fatal), undefined, { size: 2 });
    const readings = await new PoolFiles(pool, localFileSource, '/data').read(layer, keys, 'exact');
    const lost = readings.filter(({ key, row }) => row?.failure !== key);
    assert.deepEqual(
      lost.map(({ key }) => key),
      fatal,
    );
    pool.dispose();
  });

  it('loses only the check of that file', async () => {
    const pool = poolOf(mortal('5/3.jsonl'));
    const keys = Array.from({ length: 9 }, (_, i) => `5/${i}.jsonl`);
    const checks = await new PoolFiles(pool, localFileSource, '/data').check(keys);
    for (const [i, check] of checks.entries()) {
      if (i !== 3) assert.equal((check as unknown as { key: string }).key, keys[i]);
    }
    assert.match(checks[3]?.findings[0]?.message ?? '', /Check failed/);
    pool.dispose();
  });
});

describe('a worker that is killed from outside', () => {
  const source = memorySource({ '/data/5/1.jsonl': 'x' });
  /** Ends over the first job, whatever it is; `flag` is the file that says that it has. */
  const once = (flag: string) => `
    import { parentPort } from 'node:worker_threads';
    import { existsSync, writeFileSync } from 'node:fs';
    parentPort.on('message', ({ id, job }) => {
      if (!existsSync(${JSON.stringify(flag)})) {
        writeFileSync(${JSON.stringify(flag)}, '');
        process.exit(1);
      }
      const files = (job.keys ?? []).map((key) =>
        ({ key, stamp: { size: 1, modified: 1 }, row: 'done' }));
      const answers = { list: { keys: ['done'] }, read: files, decodeRow: 'done',
        check: ['done'], checkBytes: 'done' };
      parentPort.postMessage({ id, ok: answers[job.type] });
    });`;
  const asked: Record<string, (pool: WorkerPool) => Promise<unknown>> = {
    'a listing': async (pool) =>
      (await new PoolFiles(pool, localFileSource, '/data').list(layer))?.keys[0],
    'a row': async (pool) => {
      const [reading] = await new PoolFiles(pool, localFileSource, '/data').read(
        layer,
        ['5/1.jsonl'],
        'exact',
      );
      return reading?.row;
    },
    'a row of a virtual file system': async (pool) => {
      const reader = layerFiles(pool, { source, path: '/data' });
      return (await reader.read(layer, ['5/1.jsonl'], 'exact'))[0]?.row;
    },
    'a check': async (pool) =>
      (await new PoolFiles(pool, localFileSource, '/data').check(['5/1.jsonl']))[0],
    'a check on a virtual file system': async (pool) =>
      (await layerFiles(pool, { source, path: '/data' }).check(['5/1.jsonl']))[0],
  };
  for (const [what, ask] of Object.entries(asked))
    it(`does not lose ${what}, which is requested once more`, async () => {
      const pool = poolOf(once(join(folderWith({}), 'flag')));
      assert.equal(await ask(pool), 'done');
      pool.dispose();
    });

  it('is retried later if listing a layer ends threads repeatedly', async () => {
    const pool = poolOf(
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => process.exit(1));`,
    );
    await assert.rejects(new PoolFiles(pool, localFileSource, '/data').list(layer), (error) => {
      assert.ok(error instanceof FileError);
      assert.match(error.message, /5: listing failed: it exited/);
      return error.transient;
    });
    pool.dispose();
  });

  it('reports a file of a virtual file system if it happens again', async () => {
    const pool = poolOf(
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => process.exit(1));`,
    );
    const reader = layerFiles(pool, { source, path: '/data' });
    const [reading] = await reader.read(layer, ['5/1.jsonl'], 'exact');
    assert.match(reading?.row?.failure ?? '', /reading failed: it exited/);
    pool.dispose();
  });
});

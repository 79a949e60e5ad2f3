import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { decodeRow } from '../../../src/catalog/neuronRow.ts';
import { FileError } from '../../../src/files/fileSource.ts';
import { stampOf } from '../../../src/files/localFileSource.ts';
import { PoolReader } from '../../../src/indexing/poolReader.ts';
import type { WorkerPool } from '../../../src/indexing/workerPool.ts';
import { folderWith } from '../catalog/support/folders.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';
import { poolOf, workerPool } from './support/pool.ts';

const root = join(import.meta.dirname, '../../..');
const layer = { layer: 5, name: '5' };

describe('neuron files read by worker threads', () => {
  let pool: WorkerPool;
  before(() => (pool = workerPool()));
  after(() => pool.dispose());

  for (const folder of ['samples/explanations', 'test/fixtures/bad']) {
    it(`have the rows that the decoder gives of them: ${folder}`, async () => {
      const path = join(root, folder);
      const reader = new PoolReader(pool, path);
      for (const name of readdirSync(path).filter((each) => /^\d+$/.test(each))) {
        const files = readdirSync(join(path, name));
        const readings = await reader.read({ layer: Number(name), name }, files, 'exact');
        assert.deepEqual(
          readings,
          files.map((fileName) => {
            const file = join(path, name, fileName);
            const place = { layer: Number(name), neuron: parseInt(fileName, 10) };
            return {
              fileName,
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
    const { names, sizes, modified } = await new PoolReader(pool, path).list(layer);
    const found = names.map((name, i) => [name, { size: sizes[i], modified: modified[i] }]);
    assert.deepEqual(
      found.sort(),
      ['1.jsonl', '2.jsonl', '6.jsonl'].map((name) => [
        name,
        stampOf(statSync(join(path, '5', name))),
      ]),
    );
  });

  it('that are gone have no stamp', async () => {
    const path = folderWith({ '5/1.jsonl': '' });
    for (const how of ['exact', 'provisional'] as const)
      assert.deepEqual(await new PoolReader(pool, path).read(layer, ['9.jsonl'], how), [
        { fileName: '9.jsonl', stamp: undefined, row: undefined },
      ]);
  });

  it('say why they cannot be read', async () => {
    const path = folderWith({ '5/1.jsonl/': '' });
    const [reading] = await new PoolReader(pool, path).read(layer, ['1.jsonl'], 'exact');
    assert.match(reading?.row?.failure ?? '', /folder, not a file/);
  });

  it('of a layer that cannot be listed are refused with a reason', async () => {
    const path = folderWith({ '5': 'a file' });
    await assert.rejects(new PoolReader(pool, path).list(layer), (error) => {
      assert.ok(error instanceof FileError);
      assert.match(error.message, /5: it is not a folder/);
      return true;
    });
  });
});

/** A worker that ends at the file 3.jsonl, and else gives each file a row of its name. */
const mortal = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ id, job }) => {
    if (job.fileNames.includes('3.jsonl')) process.exit(1);
    const row = (failure) => ({ explanations: [], failure, problems: [], problemCount: 1 });
    const ok = job.fileNames.map((fileName) => ({ fileName, stamp: { size: 1, modified: 1 }, row: row(fileName) }));
    parentPort.postMessage({ id, ok });
  });`;

describe('a worker that ends over a file', () => {
  it('costs the row of that file alone', async () => {
    const pool = poolOf(mortal);
    const path = folderWith({ '5/3.jsonl': 'x' });
    const files = Array.from({ length: 9 }, (_, i) => `${i}.jsonl`);
    const readings = await new PoolReader(pool, path).read(layer, files, 'exact');
    const rows = new Map(readings.map(({ fileName, row }) => [fileName, row?.failure]));
    for (const name of files) {
      if (name !== '3.jsonl') assert.equal(rows.get(name), name);
    }
    assert.match(rows.get('3.jsonl') ?? '', /reading it failed/);
    pool.dispose();
  });
});

import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExplanationDirectory } from '../../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { localFileSource } from '../../../../src/platform/node/localFileSource.ts';
import { PoolFiles } from '../../../../src/workers/poolFiles.ts';
import { sourceFiles } from '../support/sourceFiles.ts';
import type { WorkerPool } from '../../../../src/workers/workerPool.ts';
import { workerPool } from '../../workers/support/pool.ts';
import { folderWith, put } from '../support/folders.ts';
import { ageAll } from '../support/times.ts';
import { assertExact, build } from './built.ts';

const project = join(import.meta.dirname, '../../../..');
const folders = ['samples/explanations', 'test/fixtures/bad'];

/** A copy that was written long ago, so that nothing in it may still be written. */
function oldCopy(folder: string): string {
  const root = folderWith({});
  cpSync(join(project, folder), root, { recursive: true });
  ageAll(root);
  return root;
}

const directoryAt = (root: string) =>
  new ExplanationDirectory(pathToFileURL(root).href, localFileSource, root, openai);

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true }).filter((name) => String(name).endsWith('.jsonl')).length;

describe('every row of a catalog equals the decoder’s', () => {
  let pool: WorkerPool;
  before(() => (pool = workerPool()));
  after(() => pool.dispose());

  for (const folder of folders) {
    it(`of ${folder}, read in this thread`, async () => {
      const root = oldCopy(folder);
      const directory = directoryAt(root);
      await build(directory, sourceFiles(localFileSource, root));
      assert.equal(directory.catalog.size, filesIn(root));
      assertExact(directory.catalog, root);
    });

    it(`of ${folder}, read by worker threads`, async () => {
      const root = oldCopy(folder);
      const directory = directoryAt(root);
      await build(directory, new PoolFiles(pool, localFileSource, root));
      assert.equal(directory.catalog.size, filesIn(root));
      assertExact(directory.catalog, root);
    });
  }

  it('except for files that are no neurons, which have none', async () => {
    const root = oldCopy('samples/explanations');
    const neurons = filesIn(root);
    put(root, '5/131.json', '{}');
    put(root, '5/131.jsonl.bak', '{}');
    put(root, '5/7777.jsonl/', '');
    put(root, 'five/1.jsonl', '{}');
    for (const reader of [
      new PoolFiles(pool, localFileSource, root),
      sourceFiles(localFileSource, root),
    ]) {
      const directory = directoryAt(root);
      await build(directory, reader);
      assert.equal(directory.catalog.size, neurons);
    }
  });
});

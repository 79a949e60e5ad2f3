import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type DiscoveryLimits,
  findExplanationDirectories,
  isOutOfReach,
} from '../../../src/catalog/build/discover.ts';
import { FileError } from '../../../src/files/fileSource.ts';
import { fileError } from '../../../src/platform/node/localFileSource.ts';
import { folderWith } from './support/folders.ts';
import { WatchedSource } from './support/watchedSource.ts';

const wide: DiscoveryLimits = { depth: 4, folders: 1000 };

/** What is found, and what was listed, below `root`; the root itself is `.`. */
async function find(
  root: string,
  limits = wide,
  source = new WatchedSource(),
  hasNeurons?: (folder: string, layerKey: string) => boolean,
) {
  const below = (path: string) => relative(root, path) || '.';
  const found = await findExplanationDirectories(source, root, limits, hasNeurons);
  return { found: found.map(below), listed: source.listed.map(below) };
}

describe('finding explanation directories', () => {
  it('finds the samples', async () => {
    const { found } = await find(join(import.meta.dirname, '../../../samples'));
    assert.deepEqual(found, ['explanations']);
  });

  it('finds the root itself, and stops there', async () => {
    const root = folderWith({ '5/131.jsonl': '', 'more/5/131.jsonl': '' });
    const { found, listed } = await find(root);
    assert.deepEqual(found, ['.']);
    assert.deepEqual(listed, ['.', '5']);
  });

  it('does not list layers that are known to have neurons', async () => {
    const root = folderWith({ '3/notes.txt': '', '5/131.jsonl': '' });
    const known = await find(root, wide, new WatchedSource(), (folder, name) => {
      return folder === root && name === '5';
    });
    assert.deepEqual(known, { found: ['.'], listed: ['.'] });
    const gone = await find(root, wide, new WatchedSource(), (_, name) => name === '7');
    assert.deepEqual(gone, { found: ['.'], listed: ['.', '3', '5'] });
  });

  it('finds nested ones, nearest first and then by name', async () => {
    const root = folderWith({
      'b/deep/explanations/0/1.jsonl': '',
      'b/explanations/0/1.jsonl': '',
      'a/explanations/0/1.jsonl': '',
      'c/12/0.jsonl': '',
    });
    const { found } = await find(root);
    assert.deepEqual(found, ['c', 'a/explanations', 'b/explanations', 'b/deep/explanations']);
  });

  it('finds directories whose layers or neurons have leading zeros', async () => {
    const root = folderWith({ 'a/007/000131.jsonl': '' });
    assert.deepEqual((await find(root)).found, ['a']);
  });

  it('skips numbered folders without neuron files', async () => {
    const root = folderWith({
      'photos/2024/1.jpg': '',
      'sibling/5/131.json': '',
      'backup/5/131.jsonl.bak': '',
      'folder/5/131.jsonl/': '',
      'words/5/readme.jsonl': '',
      'empty/5/': '',
      'file/5': '',
    });
    const { found, listed } = await find(root);
    assert.deepEqual(found, []);
    assert.ok(!listed.includes('file/5'));
  });

  it('finds a directory whose first layers are empty', async () => {
    const root = folderWith({ 'run/0/': '', 'run/1/': '', 'run/2/7.jsonl': '' });
    assert.deepEqual((await find(root)).found, ['run']);
  });

  it('searches up to a depth', async () => {
    const root = folderWith({ 'a/b/0/1.jsonl': '', 'c/0/1.jsonl': '' });
    assert.deepEqual((await find(root, { depth: 0, folders: 100 })).found, []);
    assert.deepEqual((await find(root, { depth: 1, folders: 100 })).found, ['c']);
    assert.deepEqual((await find(root, { depth: 2, folders: 100 })).found, ['c', 'a/b']);
  });

  it('searches up to a number of folders, nearest first', async () => {
    const root = folderWith({ 'a/x/': '', 'b/': '', 'c/': '', 'd/0/1.jsonl': '' });
    const few = await find(root, { depth: 9, folders: 4 });
    assert.deepEqual(few.found, []);
    assert.deepEqual(few.listed.sort(), ['.', 'a', 'b', 'c']);
    assert.deepEqual((await find(root, { depth: 9, folders: 5 })).found, ['d']);
  });

  it('skips hidden, package and environment folders', async () => {
    const skipped = ['.git', '.cache', 'node_modules', '__pycache__', 'venv', 'site-packages'];
    const root = folderWith(
      Object.fromEntries(skipped.map((name) => [`${name}/explanations/0/1.jsonl`, ''])),
    );
    const { found, listed } = await find(root);
    assert.deepEqual(found, []);
    assert.deepEqual(listed, ['.']);
  });

  it('does not walk numbered folders', async () => {
    const files: Record<string, string> = {};
    for (let layer = 0; layer < 12; layer++) {
      files[`data/explanations/${layer}/1.jsonl`] = '';
      files[`data/explanations/${layer}/inner/0/1.jsonl`] = '';
      files[`data/years/${2000 + layer}/inner/0/1.jsonl`] = '';
    }
    const { found, listed } = await find(folderWith(files));
    assert.deepEqual(found, ['data/explanations']);
    // One layer of the directory is enough; the years are looked into, and what is in them is not.
    assert.equal(listed.filter((path) => path.startsWith('data/explanations/')).length, 1);
    assert.equal(listed.filter((path) => path.startsWith('data/years/')).length, 12);
    assert.ok(!listed.some((path) => path.endsWith('inner')));
  });

  it('lists no folder twice', async () => {
    const root = folderWith({ 'a/b/': '', 'a/5/': '', 'c/0/1.jsonl': '' });
    const { listed } = await find(root);
    assert.deepEqual(listed.toSorted(), [...new Set(listed)].toSorted());
  });

  it('gives up on numbered folders after 64 without a neuron', async () => {
    const files: Record<string, string> = { '99/1.jsonl': '' };
    for (let n = 0; n < 70; n++) files[`${n}/`] = '';
    const { found, listed } = await find(folderWith(files));
    assert.deepEqual(found, []);
    assert.equal(listed.length, 1 + 64);
  });

  it('skips folders and layers that cannot be listed', async () => {
    const root = folderWith({ 'a/0/1.jsonl': '', 'b/0/1.jsonl': '', 'b/1/1.jsonl': '' });
    const source = new WatchedSource();
    source.fail(join(root, 'a'));
    source.fail(join(root, 'b/0'));
    assert.deepEqual((await find(root, wide, source)).found, ['b']);
  });

  it('finds nothing if there is no folder', async () => {
    assert.deepEqual((await find('/no/such/folder')).found, []);
  });

  it('does not hide its own bugs', async () => {
    const root = folderWith({ 'a/0/1.jsonl': '' });
    for (const path of [root, join(root, 'a/0')]) {
      const source = new WatchedSource();
      source.fail(path, new TypeError('a fault'));
      await assert.rejects(find(root, wide, source), TypeError);
      source.fail(path, new FileError(path, 'permission denied'));
      await assert.doesNotReject(find(root, wide, source));
    }
  });

  it('finds nothing twice by symlinks to a parent', async () => {
    const root = folderWith({ 'a/explanations/5/1.jsonl': '', 'b/': '' });
    symlinkSync('.', join(root, 'self'));
    symlinkSync('..', join(root, 'a', 'up'));
    symlinkSync(join('..', 'a'), join(root, 'b', 'elsewhere'));
    const { found } = await find(root);
    assert.deepEqual(found, ['a/explanations']);
  });

  it('follows symlinks, and stops at cycles', async () => {
    const root = folderWith({ 'elsewhere/0/1.jsonl': '', 'a/': '' });
    symlinkSync(join(root, 'elsewhere'), join(root, 'link'));
    symlinkSync(root, join(root, 'a/back'));
    const { found } = await find(root, { depth: 1, folders: 100 });
    assert.deepEqual(found, ['link']);
    await find(root, wide);
  });

  it('finds a directory with several names once: by the shortest, else without a symlink', async () => {
    const root = folderWith({ 'real/0/1.jsonl': '', 'long/name/0/1.jsonl': '' });
    symlinkSync('real', join(root, 'link'));
    symlinkSync('long/name', join(root, 'short'));
    assert.deepEqual((await find(root)).found, ['real', 'short']);
  });

  it('distinguishes unreachable directories from deleted ones', async () => {
    const root = folderWith({ '0/1.jsonl': '', '1/1.jsonl': '' });
    const source = new WatchedSource();
    const isOut = () => isOutOfReach(source, root);
    assert.equal(await isOut(), false);
    for (const path of [root, join(root, '1')]) {
      source.fail(path, fileError(path, Object.assign(new Error(), { code: 'ESTALE' })));
      assert.equal(await isOut(), true);
      source.fail(path);
      assert.equal(await isOut(), false, 'permission denied');
      source.mend(path);
    }
    assert.equal(await isOutOfReach(source, join(root, 'nowhere')), false);
  });
});

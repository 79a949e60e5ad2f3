import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onExit } from '../../host/cleanup.ts';
import { skip } from '../../host/skip.ts';
import { folderWith } from '../catalog/support/folders.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';
import { workerPool } from '../workers/support/pool.ts';
import { Window } from './window.ts';

/** More than the small disk holds. */
const neurons = 4000;

describe('the disk for catalogs', () => {
  let root: string;
  let disk: string;
  let unmount = () => {};

  before(function () {
    disk = join(folderWith({}), 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip(this, 'a small disk can be mounted by root on Linux only');
    }
    unmount = onExit(() => void execFileSync('umount', [disk]));
    const text = (neuron: number) => simpleNeuron(`5:${neuron}`, ` ${Math.sin(neuron)}`, 0.5);
    const files = Array.from({ length: neurons }, (_, i) => [`5/${i}.jsonl`, text(i)]);
    root = folderWith(Object.fromEntries(files) as Record<string, string>);
  });
  after(() => unmount());

  const remount = (...options: string[]) =>
    execFileSync('mount', ['-o', ['remount', ...options].join(','), disk]);

  async function opened(): Promise<Window> {
    const window = new Window(root, disk, pool);
    await window.keeper.open();
    await window.keeper.finished();
    return window;
  }
  const pool = workerPool();
  after(() => pool.dispose());

  it('may be full: the catalog works, and no partial file stays', async () => {
    const window = await opened();
    assert.equal(window.directory.catalog.tally('exact'), neurons);
    assert.match(window.warnings.join('\n'), /could not save the catalog: .*ENOSPC/);
    assert.deepEqual(readdirSync(disk), []);
    assert.deepEqual(window.errors, []);
    remount('size=8m');
    await window.keeper.save();
    assert.equal(readdirSync(disk).length, 1, 'it is kept once there is space');
    window.keeper.dispose();
  });

  it('may be read-only: saved catalogs are used, and failures to save reported', async () => {
    remount('size=8m');
    const first = await opened();
    first.keeper.dispose();
    remount('ro');
    const window = await opened();
    assert.deepEqual(window.warnings, []);
    assert.deepEqual(window.contents, first.contents);
    window.keeper.touch('5', '5/0.jsonl');
    await window.keeper.finished();
    assert.match(window.warnings.join('\n'), /could not save the catalog: .*EROFS/);
    window.keeper.dispose();
    remount('rw');
  });
});

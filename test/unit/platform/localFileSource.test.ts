import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../../../src/files/fileSource.ts';
import { localFileSource as files } from '../../../src/platform/node/localFileSource.ts';
import { skip } from '../../host/skip.ts';
import { unprivileged } from '../../host/unprivileged.ts';

describe('localFileSource', () => {
  let root: string;
  const at = (...names: string[]) => join(root, ...names);

  before(async function () {
    root = await mkdtemp(join(tmpdir(), 'local-files-'));
    await chmod(root, 0o755);
    await mkdir(at('folder', 'inner'), { recursive: true });
    await writeFile(at('folder', 'file.txt'), 'text');
    await writeFile(at('folder', 'bytes'), Uint8Array.of(0, 255, 10, 13));
    await writeFile(at('empty'), '');
    try {
      await mkdir(at('links'));
      await symlink(at('folder', 'file.txt'), at('links', 'to-file'));
      await symlink(at('folder'), at('links', 'to-folder'));
      await symlink('to-file', at('links', 'to-link'));
      await symlink(at('nothing'), at('links', 'to-nothing'));
      await symlink('loop-b', at('links', 'loop-a'));
      await symlink('loop-a', at('links', 'loop-b'));
      await symlink('..', at('links', 'up'));
    } catch (error) {
      if (process.platform !== 'win32') throw error;
      skip(this, 'Windows does not permit to make symbolic links');
    }
  });
  after(() => rm(root, { recursive: true }));

  const names = async (folder: string) => {
    const entries = await files.readDirectory(folder);
    return entries.map(({ name, kind }) => `${kind} ${name}`).sort();
  };

  describe('readFile', () => {
    it('returns the bytes of a file', async () => {
      assert.deepEqual([...(await files.readFile(at('folder', 'bytes')))!], [0, 255, 10, 13]);
      assert.equal((await files.readFile(at('empty')))!.length, 0);
    });

    it('follows symbolic links', async () => {
      for (const name of ['to-file', 'to-link', 'to-folder/file.txt', 'up/folder/file.txt'])
        assert.equal(String(await files.readFile(at('links', name))), 'text');
    });

    it('returns undefined if there is none, or if its folder is a file', async () => {
      for (const path of ['nothing', 'nothing/file', 'empty/file', 'links/to-nothing'])
        assert.equal(await files.readFile(at(path)), undefined, path);
    });

    it('rejects for a folder', async () => {
      for (const path of ['folder', 'links/to-folder']) {
        await assert.rejects(files.readFile(at(path)), {
          name: 'FileError',
          path: at(path),
          reason: 'it is a folder, not a file',
          message: `${at(path)}: it is a folder, not a file`,
        });
      }
    });

    it('rejects for cyclic symlinks, and for a path that is too long', async () => {
      await assert.rejects(files.readFile(at('links', 'loop-a')), {
        reason: 'its symbolic links form a loop',
      });
      await assert.rejects(files.readFile(at('x'.repeat(1000))), {
        reason: 'its path is too long',
      });
    });

    it('rejects for a file that is too large', async () => {
      // A hole: it takes no place on the disk.
      await writeFile(at('large'), '');
      await truncate(at('large'), 2 ** 31);
      await assert.rejects(files.readFile(at('large')), { reason: 'it is larger than 2 GiB' });
    });

    it('rejects with Node’s message if it has none of its own, and with the cause', async () => {
      await assert.rejects(files.readFile('null\0byte'), (error) => {
        assert.ok(error instanceof FileError);
        assert.match(error.reason, /null bytes/);
        assert.ok(error.cause instanceof Error);
        return true;
      });
    });

    it('rejects without permission', async function () {
      if (process.platform === 'win32') skip(this, 'Windows has other permissions');
      await writeFile(at('secret'), '');
      await chmod(at('secret'), 0);
      await unprivileged(() =>
        assert.rejects(files.readFile(at('secret')), { reason: 'permission denied' }),
      );
    });

    it('rejects for other things than files, without waiting for a pipe', async function () {
      if (process.platform === 'win32') skip(this, 'Windows has no pipes among its files');
      execFileSync('mkfifo', [at('pipe')]);
      await assert.rejects(files.readFile(at('pipe')), { reason: 'it is not a file' });
    });
  });

  describe('stat', () => {
    it('returns the size, and the modification time in microseconds', async () => {
      await writeFile(at('dated'), 'text');
      await utimes(at('dated'), 0, 1_700_000_000.123456);
      const stamp = (await files.stat(at('dated')))!;
      assert.equal(stamp.size, 4);
      // The file system may know less of the time than it is told.
      assert.ok(Math.abs(stamp.modified - 1_700_000_000_123_456) < 1000, String(stamp.modified));
      assert.ok(Number.isSafeInteger(stamp.modified));
    });

    it('returns another one after a change of the file', async () => {
      await writeFile(at('written'), 'text');
      await utimes(at('written'), 0, 1_700_000_000);
      const before = await files.stat(at('written'));
      assert.deepEqual(await files.stat(at('written')), before);
      await writeFile(at('written'), 'TEXT');
      assert.notDeepEqual(await files.stat(at('written')), before);
    });

    it('follows symbolic links', async () => {
      const stamp = await files.stat(at('folder', 'file.txt'));
      for (const name of ['to-file', 'to-link', 'to-folder/file.txt'])
        assert.deepEqual(await files.stat(at('links', name)), stamp);
    });

    it('returns undefined if there is none', async () => {
      for (const path of ['nothing', 'nothing/file', 'empty/file', 'links/to-nothing'])
        assert.equal(await files.stat(at(path)), undefined, path);
    });

    it('rejects if it cannot be read', async () => {
      await assert.rejects(files.stat(at('links', 'loop-a')), {
        name: 'FileError',
        path: at('links', 'loop-a'),
        reason: 'its symbolic links form a loop',
      });
    });
  });

  describe('readDirectory', () => {
    it('returns files and folders', async () => {
      assert.deepEqual(await names(at('folder')), [
        'directory inner',
        'file bytes',
        'file file.txt',
      ]);
      assert.deepEqual(await names(at('folder', 'inner')), []);
    });

    it('follows symbolic links: cyclic ones are unreadable files, broken ones are omitted', async () => {
      assert.deepEqual(await names(at('links')), [
        'directory to-folder',
        'directory up',
        'file loop-a',
        'file loop-b',
        'file to-file',
        'file to-link',
      ]);
      assert.deepEqual(await names(at('links', 'to-folder')), await names(at('folder')));
    });

    it('omits everything else', async function () {
      if (process.platform !== 'linux') skip(this, '/dev/null is where Linux has it');
      assert.ok(!(await names('/dev')).some((name) => name.endsWith(' null')));
    });

    it('rejects if there is no such folder, and for a file', async () => {
      await assert.rejects(files.readDirectory(at('nothing')), {
        name: 'FileError',
        path: at('nothing'),
        reason: 'no such file or folder',
      });
      await assert.rejects(files.readDirectory(at('empty')), { reason: 'it is not a folder' });
    });

    it('rejects without permission', async function () {
      if (process.platform === 'win32') skip(this, 'Windows has other permissions');
      await mkdir(at('closed'));
      await chmod(at('closed'), 0);
      await unprivileged(() =>
        assert.rejects(files.readDirectory(at('closed')), { reason: 'permission denied' }),
      );
    });
  });

  it('joins as the disk does', () => {
    assert.equal(files.join('a', '5', '131.jsonl'), join('a', '5', '131.jsonl'));
    assert.equal(files.join('a/', 'b'), join('a', 'b'));
  });
});

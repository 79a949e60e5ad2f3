import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../host/cleanup.ts';
import { cached, cachedSync, cacheFolder } from '../../host/cache.ts';
import { root } from '../../host/paths.ts';

describe('the cache of downloads and generated data', () => {
  it('is in the user’s cache folder', () => {
    const at = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform) => cacheFolder(env, platform);
    const home = { HOME: '/home/me' };
    assert.equal(at(home, 'linux'), join('/home/me', '.cache/neuron-explanations'));
    assert.equal(at({ ...home, XDG_CACHE_HOME: '/c' }, 'linux'), join('/c', 'neuron-explanations'));
    assert.equal(at(home, 'darwin'), join('/home/me', 'Library/Caches/neuron-explanations'));
    assert.equal(at({ LOCALAPPDATA: '/local' }, 'win32'), join('/local', 'neuron-explanations'));
  });

  it('is at NEURON_EXPLANATIONS_CACHE', () => {
    const env = { HOME: '/home/me', NEURON_EXPLANATIONS_CACHE: '/elsewhere' };
    assert.equal(cacheFolder(env, 'linux'), '/elsewhere');
  });

  it('is not in the project, where tools would scan it', () => {
    assert.match(relative(root, cacheFolder()), /^\.\./);
  });

  describe('makes a folder', () => {
    let folder: TemporaryFolder;
    let before: string | undefined;
    beforeEach(() => {
      folder = temporaryFolder();
      before = process.env['NEURON_EXPLANATIONS_CACHE'];
      process.env['NEURON_EXPLANATIONS_CACHE'] = folder.path;
    });
    afterEach(() => {
      if (before === undefined) delete process.env['NEURON_EXPLANATIONS_CACHE'];
      else process.env['NEURON_EXPLANATIONS_CACHE'] = before;
      folder.remove();
    });

    it('once', async () => {
      let made = 0;
      const make = (at: string) => writeFileSync(join(at, 'file'), String(++made));
      const path = cachedSync('a/b', make);
      assert.equal(cachedSync('a/b', make), path);
      assert.equal(await cached('a/b', (at) => Promise.resolve(make(at))), path);
      assert.equal(readFileSync(join(path, 'file'), 'utf8'), '1');
    });

    it('for two processes at the same time', async () => {
      const path = await cached('both', (at) => {
        writeFileSync(join(at, 'file'), 'this');
        // Another process was quicker.
        mkdirSync(join(folder.path, 'both'));
        writeFileSync(join(folder.path, 'both/file'), 'that');
        return Promise.resolve();
      });
      assert.equal(readFileSync(join(path, 'file'), 'utf8'), 'that');
      assert.deepEqual(readdirSync(folder.path), ['both']);
    });

    it('completely: an interrupted one is repeated, and its rest removed', async () => {
      const gone = spawnSync(process.execPath, ['-e', '']).pid;
      mkdirSync(join(folder.path, `half.${gone}.unfinished`));
      const running = join(folder.path, `half.${process.ppid}.unfinished`);
      mkdirSync(running);
      await assert.rejects(cached('half', () => Promise.reject(new Error('interrupted'))));
      assert.ok(!existsSync(join(folder.path, 'half')));
      await cached('half', () => Promise.resolve());
      assert.deepEqual(readdirSync(folder.path), ['half', `half.${process.ppid}.unfinished`]);
    });
  });
});

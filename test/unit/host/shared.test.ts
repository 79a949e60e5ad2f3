import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../host/paths.ts';
import { mustHaveRun, type Results } from '../../host/results.ts';
import { sharedOrSkip } from '../../host/skip.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('tests that use data beside the project', () => {
  /** What a test sees of mocha, in a test of this title. */
  const contextOf = (title: string) =>
    ({
      runnable: () => ({ title, titlePath: () => [title] }),
      skip: () => {
        throw new Error('skipped');
      },
    }) as unknown as Mocha.Context;

  it('say so in their title, which selects them', () => {
    assert.throws(() => sharedOrSkip(contextOf('reads files'), 'none'), /add “\(needs shared/);
    assert.throws(() => sharedOrSkip(contextOf('reads (needs shared/data)'), 'none'), /skipped/);
  });

  it('access it in one way only', () => {
    const files = globSync('test/**/*.ts', { cwd: root });
    const others = files.filter((file) =>
      /(?:join|resolve)\([^)]*(?:\.\.\/|['"`])shared\b|SHARED'\]/.test(read(file)),
    );
    assert.deepEqual(others.sort(), ['test/host/paths.ts', 'test/host/skip.ts', 'test/run.ts']);
  });

  it('fail if all of them are skipped', () => {
    const results: Results = { passed: 0, times: [], failures: [], skips: [], retries: [] };
    mustHaveRun(results);
    assert.equal(results.failures.length, 1);
  });
});

describe('.ci/run', () => {
  it('runs the command of the README', () => {
    const command = 'npm ci && npm test';
    assert.ok(read('README.md').includes(`\n${command}\n`));
    assert.ok(read('.ci/run').includes(command));
  });
});

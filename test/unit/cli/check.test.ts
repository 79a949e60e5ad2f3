import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../src/check/report.ts';
import { root } from '../../host/paths.ts';
import { skip } from '../../host/skip.ts';
import { folderWith } from '../catalog/support/folders.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';

const program = join(root, 'dist/cli.mjs');
const bad = join(root, 'test/fixtures/bad');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the program neuron-explanations', () => {
  it('ends with 0 where all is well, peculiarities included', () => {
    const { status, stdout, stderr } = run('check', join(root, 'samples'));
    assert.match(stdout, /28 files in 4 layers/);
    assert.match(stdout, /tokens-skipped/);
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('ends with 1 where anything is wrong, and says what, by kind, layer and file', () => {
    const { status, stdout } = run('check', bad);
    assert.equal(status, 1);
    assert.match(stdout, /error +cut-off +1 in 1 file\. Its JSON stops/);
    assert.match(stdout, /^ {2}0: 12 of 12 files with \d+ errors/m);
    assert.match(stdout, /^ {2}0\/2\.jsonl:1:1001: error cut-off: /m);
  });

  it('ends with 2 where nothing can be checked, and says why', () => {
    const empty = folderWith({});
    for (const [args, why] of [
      [['check', empty], /expected an explanation directory.*found none/],
      [['check', join(empty, 'nothing')], /found none/],
      [['check'], /^Usage/],
      [['check', empty, empty], /^Usage/],
      [['check', empty, '--yaml'], /--yaml[\s\S]*Usage/],
      [['mend'], /There is no command "mend"[\s\S]*Usage/],
    ] as const) {
      const { status, stdout, stderr } = run(...args);
      assert.match(stderr, why);
      assert.deepEqual([status, stdout], [2, '']);
    }
  });

  it('writes reports as JSON', () => {
    const { status, stdout } = run('check', bad, '--json');
    const [report, ...others] = JSON.parse(stdout) as Report[];
    assert.deepEqual(others, []);
    assert.equal(status, 1);
    assert.equal(report?.files, 22);
    const sum = (severity: 'error' | 'warning' | 'info') =>
      report.codes
        .filter((each) => each.severity === severity)
        .reduce((all, { count }) => all + count, 0);
    assert.deepEqual(report.counts, {
      error: sum('error'),
      warning: sum('warning'),
      info: sum('info'),
    });
    assert.equal(
      report.layers.reduce((all, { counts }) => all + counts.error, 0),
      report.counts.error,
    );
    const cut = report.problems.find(({ path }) => path === '0/2.jsonl')!;
    assert.deepEqual(cut.findings?.[0]?.start, { line: 0, column: 1000 });
  });

  it('says of a file or a layer that cannot be read that it cannot', function () {
    if (process.platform === 'win32') skip(this, 'Windows has other links');
    const path = folderWith({ '5/1.jsonl': simpleNeuron('5:1', 'a', 0.5) });
    symlinkSync('2.jsonl', join(path, '5/2.jsonl'));
    const { status, stdout } = run('check', path);
    assert.match(
      stdout,
      /5\/2\.jsonl:1:1: error unreadable: its symbolic links lead in a circle\./,
    );
    assert.equal(status, 1);
  });

  it('does not let names steer the terminal', function () {
    if (process.platform === 'win32') skip(this, 'Windows has no such names');
    const path = folderWith({ 'run/5/1.jsonl': '' });
    const name = '\u001b[31mred\u202e';
    renameSync(join(path, 'run'), join(path, name));
    const { stdout } = run('check', path);
    assert.ok(stdout.includes('\\x1b[31mred\\u202e'), stdout);
    assert.doesNotMatch(stdout, /[\u001b\u202e]/);
  });

  it('ends in peace where who reads has had enough', function () {
    if (process.platform === 'win32') skip(this, 'Windows has no head');
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" check "${bad}" --json | head -c 10`],
      { encoding: 'utf8' },
    );
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('is in the package that npm makes, and runs from it without another', () => {
    const folder = folderWith({});
    const npm = (...args: string[]) =>
      execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        shell: process.platform === 'win32',
      });
    npm('pack', root, '--ignore-scripts');
    writeFileSync(join(folder, 'package.json'), '{}');
    npm('install', './neuron-explanations-0.1.0.tgz', '--ignore-scripts');
    const { status, stdout } = spawnSync(
      join(folder, 'node_modules/.bin/neuron-explanations'),
      ['check', join(root, 'samples')],
      { encoding: 'utf8', shell: process.platform === 'win32' },
    );
    assert.match(stdout, /28 files/);
    assert.equal(status, 0);
  });
});

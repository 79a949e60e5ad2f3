import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../src/check/report.ts';
import { root } from '../../host/paths.ts';
import { skip } from '../../host/skip.ts';
import { folderWith } from '../catalog/support/folders.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';

const program = join(root, 'dist/cli.mjs');
const bad = join(root, 'test/fixtures/bad');

const wrongScores = join(root, 'test/fixtures/cases/wrong-scores/explanations');

const run = (...args: string[]) => run.in(root, ...args);
run.in = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd,
  });
  return { status, stdout, stderr };
};

describe('the program neuron-explanations', () => {
  it('exits with 0 without problems, despite notices', () => {
    const { status, stdout, stderr } = run('check', join(root, 'samples'));
    assert.match(stdout, /28 files in 4 layers; no problems \(10 notices\)/);
    assert.match(stdout, /tokens-skipped/);
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('exits with 1 for problems, and lists them by kind, layer and file', () => {
    const { status, stdout } = run('check', bad);
    assert.equal(status, 1);
    assert.match(stdout, /error +cut-off +1 in 1 file\. The JSON is truncated\./);
    assert.match(stdout, /^ {2}0: 11 of 12 files with problems \(11 errors, 1 notice\)$/m);
    assert.match(stdout, /^ {2}0\/2\.jsonl:1:1001: error cut-off: /m);
  });

  it('exits with 2 if nothing can be checked, and says why', () => {
    const folder = folderWith({
      'empty/': '',
      'other/words.txt': '',
      'out/7.jsonl': '',
      'run/explanations/5/': '',
    });
    const at = (name: string) => join(folder, name);
    for (const [args, why] of [
      [[at('empty')], /empty: expected a file, or a folder with files.*; the folder is empty\.$/],
      [[at('other')], /expected a file, or a folder with files.*; found none\.$/],
      [[at('out')], /found files \{neuron\}\.jsonl in a folder whose name is not a number/],
      [[at('run/explanations/5')], /5: expected.*; the folder is empty\.$/],
      [[at('nothing')], /nothing: no such file or folder\.$/],
      [[], /^Usage/],
      [[at('empty'), '--yaml'], /--yaml[\s\S]*Usage/],
      [[at('empty'), '--ignore', 'all'], /unknown code "all"\. Known codes: unreadable, /],
      [[at('empty'), '--ignore'], /--ignore[\s\S]*Usage/],
    ] as const) {
      const { status, stdout, stderr } = run('check', ...args);
      assert.match(stderr.trim(), why);
      assert.deepEqual([status, stdout], [2, '']);
    }
    const { status, stderr } = run('mend');
    assert.match(stderr, /Unknown command "mend"[\s\S]*Usage/);
    assert.equal(status, 2);
  });

  it('checks a file of any name, and its ID only if its path is a neuron’s', () => {
    const text = readFileSync(join(wrongScores, '5/131.jsonl'), 'utf8');
    const folder = folderWith({ 'new.json': text, '5/7.jsonl': text });
    const any = run('check', join(folder, 'new.json'));
    assert.match(any.stdout, /^.*new\.json: 3 errors$/m);
    assert.match(
      any.stdout,
      /new\.json:1:\d+: error score-disagrees: EV correlation: stored 0\.63\. These 640 tokens give 0\.83\. The stored value equals the mean of the sequence scores\. \(scored_explanations\[0\]\.scored_simulation\.ev_correlation_score\)/,
    );
    assert.doesNotMatch(any.stdout, /id-differs/);
    assert.equal(any.status, 1);
    const placed = run('check', join(folder, '5/7.jsonl'));
    assert.match(placed.stdout, /warning id-differs: /);
    // As it is called from the folder of the layer.
    const here = run.in(join(folder, '5'), 'check', '7.jsonl');
    assert.match(here.stdout, /^7\.jsonl: 3 errors, 1 warning$/m);
    const good = run('check', join(root, 'samples/explanations/5/17.jsonl'));
    assert.match(good.stdout, /17\.jsonl: no problems$/m);
    assert.equal(good.status, 0);
  });

  it('checks one layer', () => {
    const layer = join(root, 'samples/explanations/5');
    for (const path of [layer, `${layer}/`])
      assert.match(run('check', path).stdout, /7 files in 1 layer/);
    assert.match(run.in(layer, 'check', '.').stdout, /^\.\.: 7 files in 1 layer/);
  });

  it('checks several paths, and exits with 2 if one has nothing to check', () => {
    const file = join(wrongScores, '5/131.jsonl');
    const both = run('check', join(root, 'samples'), file);
    assert.match(both.stdout, /28 files in 4 layers[\s\S]*131\.jsonl: 3 errors/);
    assert.equal(both.status, 1);
    const { status, stdout, stderr } = run('check', 'nothing', file, '--json');
    assert.equal(status, 2);
    assert.match(stderr, /^nothing: no such file or folder\.$/m);
    const [report, ...others] = JSON.parse(stdout) as Report[];
    assert.deepEqual(others, []);
    assert.equal(report!.file, file);
    assert.equal(report!.problems[0]!.path, '5/131.jsonl');
  });

  it('follows symlinks, and reports broken ones', function () {
    if (process.platform === 'win32') skip(this, 'Windows has other links');
    const folder = folderWith({ 'run/explanations/5/1.jsonl': simpleNeuron('5:1', 'a', null) });
    const link = (to: string, name: string) => symlinkSync(to, join(folder, name));
    link('run/explanations/5', 'layer');
    link('run/explanations/5/1.jsonl', 'file');
    link('nowhere', 'broken');
    link('circle', 'circle');
    assert.match(run('check', join(folder, 'layer')).stdout, /1 file in 1 layer/);
    assert.match(run('check', join(folder, 'file')).stdout, /file: 1 warning/);
    const broken = run('check', join(folder, 'broken'));
    assert.match(broken.stderr, /broken: the symbolic link is broken\./);
    assert.match(run('check', join(folder, 'circle')).stderr, /links form a loop\./);
    assert.equal(broken.status, 2);
  });

  it('ignores codes, and counts them', () => {
    const some = run('check', wrongScores, '--ignore', 'score-disagrees');
    assert.match(some.stdout, /2 files in 1 layer; no problems \(1 notice\)/);
    assert.match(some.stdout, /^Ignored: 3 score-disagrees in 1 file$/m);
    assert.doesNotMatch(some.stdout, /131\.jsonl/);
    assert.equal(some.status, 0);
    const codes = ['--ignore', 'score-disagrees', '--ignore', 'score-unexplained'];
    const all = run('check', wrongScores, ...codes, '--json');
    const [report] = JSON.parse(all.stdout) as Report[];
    assert.deepEqual(report!.counts, { error: 0, warning: 0, info: 0 });
    assert.deepEqual(
      report!.ignored.map(({ code, count }) => [code, count]),
      [
        ['score-disagrees', 3],
        ['score-unexplained', 1],
      ],
    );
    assert.equal(all.status, 0);
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

  it('reports a file or a layer that cannot be read', function () {
    if (process.platform === 'win32') skip(this, 'Windows has other links');
    const path = folderWith({ '5/1.jsonl': simpleNeuron('5:1', 'a', 0.5) });
    symlinkSync('2.jsonl', join(path, '5/2.jsonl'));
    const { status, stdout } = run('check', path);
    assert.match(stdout, /5\/2\.jsonl:1:1: error unreadable: its symbolic links form a loop\./);
    assert.equal(status, 1);
  });

  it('escapes names for the terminal', function () {
    if (process.platform === 'win32') skip(this, 'Windows has no such names');
    const path = folderWith({ 'run/5/1.jsonl': '' });
    const name = '\u001b[31mred\u202e';
    renameSync(join(path, 'run'), join(path, name));
    const { stdout } = run('check', path);
    assert.ok(stdout.includes('\\x1b[31mred\\u202e'), stdout);
    assert.doesNotMatch(stdout, /[\u001b\u202e]/);
  });

  it('exits quietly if its output is closed', function () {
    if (process.platform === 'win32') skip(this, 'Windows has no head');
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" check "${bad}" --json | head -c 10`],
      { encoding: 'utf8' },
    );
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('is in the npm package, and runs from it alone', () => {
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

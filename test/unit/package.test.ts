import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../host/paths.ts';

/** Files for users, by `vsce package` and `npm pack`: code, documentation and the sample. */
const dist = ['NOTICES.txt', 'extension.cjs', 'scanner.wasm', 'worker.mjs'];
const web = ['extension.cjs', 'samples.json', 'worker.js'];
const views = ['comparison', 'neuron', 'overview'].flatMap((name) => [`${name}.css`, `${name}.js`]);
const expected = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
  'l10n/bundle.l10n.de.json',
  ...dist.map((name) => `dist/${name}`),
  ...globSync('dist/host/*', { cwd: root }),
  ...web.map((name) => `dist/web/${name}`),
  ...[...views, 'plots.js'].map((name) => `dist/view/${name}`),
  'media/icon.png',
  'media/neuron-dark.svg',
  'media/neuron-light.svg',
  'media/neuron-notes.schema.json',
  'media/neurons.svg',
  'media/overview-dark.svg',
  'media/overview-light.svg',
  ...['open', 'overview', 'read', 'search'].flatMap((step) =>
    ['dark', 'light'].map((theme) => `media/walkthrough/${step}-${theme}.webp`),
  ),
  ...globSync('samples/**', { cwd: root }).filter((path) => statSync(join(root, path)).isFile()),
];

describe('the package', () => {
  it('of VS Code contains exactly what is needed', () => {
    const folder = dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'));
    const output = execFileSync(
      process.execPath,
      [join(folder, 'vsce'), 'ls', '--no-dependencies'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const files = output.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
    assert.deepEqual(files.sort(), expected.sort());
  });

  it('is selected from few files: downloads and generated files are elsewhere', () => {
    // As vsce walks. ESLint, Prettier and editors do, too.
    const skipped = ['node_modules', '.git'];
    const counts = readdirSync(root)
      .filter((name) => !skipped.includes(name))
      .map((name) => [name, globSync(`${name}/**`, { cwd: root }).length] as const)
      .filter(([, count]) => count > 2000);
    assert.deepEqual(counts, [], 'delete these folders, or move them out of the project');
  });

  it('needs no other package at run time', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object;
    assert.ok(!('dependencies' in manifest));
    for (const name of globSync('dist/**/*.{cjs,mjs}', { cwd: root })) {
      const text = readFileSync(join(root, name), 'utf8');
      const asked = [
        ...text.matchAll(/(?:require\(|^import [^'"\n]*from |^import )["']([^"']+)["']/gm),
      ];
      const others = asked
        .map(([, from]) => from!)
        .filter((from) => !/^(?:node:|vscode$|\.)/.test(from));
      assert.deepEqual([...new Set(others)], [], name);
    }
  });
});

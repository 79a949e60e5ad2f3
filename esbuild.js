// Builds `dist/`. `--watch` rebuilds after changes, `--minify` is for the package.
import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch as watchFiles,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import * as esbuild from 'esbuild';
import { buildScanner, scannerSource } from './buildScanner.js';

/**
 * esbuild makes a file for each set of entry points that lead to the same modules. Whatever
 * `import()` loads therefore also leads to `entry`: all that is loaded at the start is one file.
 * @param {string} entry
 * @returns {esbuild.Plugin}
 */
const oneFileAtStart = (entry) => ({
  name: 'one-file-at-start',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import' ? { path: resolve(resolveDir, path), namespace: 'late' } : null,
    );
    build.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: `import ${JSON.stringify(resolve(entry))}; export * from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    }));
  },
});

/**
 * Writes ES modules, the only format that esbuild splits, as CommonJS for VS Code.
 * @type {esbuild.Plugin}
 */
const commonJs = {
  name: 'common-js',
  setup(build) {
    const { minify, target, sourcemap } = build.initialOptions;
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        // esbuild would copy the hundreds of names in `vscode` for each file that imports it.
        const direct = text.replace(
          /import\s*\*\s*as\s+([\w$]+)\s*from\s*"vscode";/g,
          'const $1 = require("vscode");',
        );
        const { code } = await esbuild.transform(direct, {
          format: 'cjs',
          platform: 'node',
          // By `require`: Node does not see the names in a minified file that it imports.
          supported: { 'dynamic-import': false },
          minify,
          target,
          sourcemap,
          sourcefile: path,
        });
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, code);
      }
    });
  },
};

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  // The build for Node reads files with `require`, which an ES module does not have.
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
  metafile: true,
  minify,
  sourcemap: !minify,
  logLevel: watch ? 'info' : 'warning',
};

/** @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    // What only `import()` leads to is in files of its own.
    splitting: true,
    chunkNames: 'host/[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['vscode'],
    sourcemap: minify ? false : 'inline',
    write: false,
    plugins: [oneFileAtStart('src/extension.ts'), commonJs],
  },
  {
    ...shared,
    entryPoints: { worker: 'src/worker.ts', cli: 'src/cli/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    // CommonJS has no top-level await.
    format: 'esm',
    target: 'node20',
  },
  {
    // For a web worker of VS Code, where `require` loads nothing but `vscode`: all is in one file.
    // VS Code takes a file named `.js` for an ES module, which it cannot load there.
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist/web',
    outExtension: { '.js': '.cjs' },
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: minify ? false : 'inline',
    write: false,
    plugins: [commonJs],
  },
  {
    ...shared,
    entryPoints: { worker: 'src/webWorker.ts' },
    outdir: 'dist/web',
    platform: 'browser',
    // VS Code starts it as a classic script.
    format: 'iife',
    target: 'es2022',
  },
  {
    ...shared,
    entryPoints: {
      neuron: 'src/neuron/page/main.tsx',
      overview: 'src/overview/page/main.tsx',
      comparison: 'src/comparison/page/main.tsx',
    },
    outdir: 'dist/view',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'text' },
  },
  {
    // The neuron page loads it after it shows its tokens.
    ...shared,
    entryPoints: { plots: 'src/neuron/page/plots/main.ts' },
    outdir: 'dist/view',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
  },
];

rmSync('dist', { recursive: true, force: true });
const contexts = await Promise.all(builds.map((build) => esbuild.context(build)));
const results = await Promise.all(contexts.map((context) => context.rebuild()));
writeFileSync('dist/NOTICES.txt', notices(results));
await writeScanner();
writeSampleSizes();
if (watch) {
  await Promise.all(contexts.map((context) => context.watch()));
  watchFiles(scannerSource, () => void writeScanner().catch(console.error));
} else await Promise.all(contexts.map((context) => context.dispose()));

async function writeScanner() {
  writeFileSync('dist/scanner.wasm', await buildScanner());
}

/** What the sample consists of, for browsers. */
function writeSampleSizes() {
  const paths = globSync('**/*.jsonl', { cwd: 'samples' }).sort();
  const sizes = paths.map((path) => [
    path.replaceAll(sep, '/'),
    statSync(join('samples', path)).size,
  ]);
  writeFileSync('dist/web/samples.json', JSON.stringify(Object.fromEntries(sizes)));
}

/**
 * The licences of the bundled packages, which each copy must contain.
 * @param {esbuild.BuildResult[]} results
 */
function notices(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  const packages = new Set(
    inputs.flatMap((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const texts = readdirSync(folder)
        .filter((file) => /^licen[cs]e/i.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8').trim());
      return [`${name} ${version} (${license})`, ...texts].join('\n\n');
    })
    .join('\n\n---\n\n');
}

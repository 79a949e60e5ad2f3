// Builds dist/: the extension for the editor's host, and the neuron's page. `--watch` rebuilds, `--minify` is for the package.
import { rmSync } from 'node:fs';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

/** @type {esbuild.BuildOptions} */
const shared = { bundle: true, minify, sourcemap: !minify, logLevel: 'warning' };

/** @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: { neuron: 'src/neuron/view/main.tsx' },
    outdir: 'dist/view',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
  },
];

rmSync('dist', { recursive: true, force: true });
const contexts = await Promise.all(builds.map((build) => esbuild.context(build)));
await Promise.all(contexts.map((context) => context.rebuild()));
if (watch) await Promise.all(contexts.map((context) => context.watch()));
else await Promise.all(contexts.map((context) => context.dispose()));

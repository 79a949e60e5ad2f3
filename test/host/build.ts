import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { out, root } from './paths.ts';
import { runCommand } from './runCommand.ts';

let built: Promise<void> | undefined;

/** Builds the extension into `dist/`, once per process. `minify` as for users, to be timed. */
export function buildExtension({ minify = false } = {}): Promise<void> {
  return (built ??= build(minify));
}

async function build(minify: boolean): Promise<void> {
  const options = minify ? ['--minify'] : [];
  const done = await runCommand(process.execPath, ['esbuild.js', ...options], { cwd: root });
  if (!done) throw new Error('The extension does not build; see what esbuild says above');
}

/** Where the extension host finds the tests to run. */
export const bundledTests = join(out, 'test/vscode');

/** Bundles the tests that run inside the extension host: it loads CommonJS only, and no `.ts`. */
export async function bundleTests(files: string[]): Promise<void> {
  const folder = join(root, 'test/vscode');
  await esbuild.build({
    entryPoints: [join(folder, 'index.ts'), ...files],
    outdir: bundledTests,
    outbase: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
    absWorkingDir: root,
  });
}

import { join, relative } from 'node:path';
import { bundledTests, bundleTests } from './build.ts';
import { fetchDesktop, runInDesktop } from './desktop.ts';
import { root } from './paths.ts';
import type { Run } from './record.ts';
import { runInServer } from './runInServer.ts';
import { makeWorkspace } from './workspace.ts';

/** Runs tests in the extension host of a VS Code that shows a workspace of copies. */
export async function runInVSCode(run: Run, signal: AbortSignal): Promise<void> {
  await bundleTests(run.files);
  const bundled = run.files.map((file) =>
    join(bundledTests, relative(join(root, 'test/vscode'), file).replace(/\.ts$/, '.cjs')),
  );
  const workspace = makeWorkspace();
  const opened = {
    folder: workspace.file,
    tests: join(bundledTests, 'index.cjs'),
    env: { NEURON_EXPLANATIONS_RUN: JSON.stringify({ ...run, files: bundled }) },
  };
  try {
    const desktop = await fetchDesktop();
    await (desktop ? runInDesktop(desktop, opened) : runInServer(opened, signal));
  } finally {
    workspace.remove();
  }
}

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../host/cleanup.ts';
import { root } from '../../host/paths.ts';
import { runCommand } from '../../host/runCommand.ts';
import type { Measure } from '../measure.ts';

export const packageMeasures: readonly Measure[] = [
  {
    name: 'package',
    unit: 'MB',
    must: 2,
    aim: 1,
    runs: 1,
    warmUps: 0,
    prepare: () => ({ sample: packageSize }),
  },
];

/** The size of the file that people install, in millions of bytes. */
async function packageSize(): Promise<number> {
  const folder = temporaryFolder();
  const file = join(folder.path, 'extension.vsix');
  const vsce = join(
    dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')),
    'vsce',
  );
  const args = [vsce, 'package', '--no-dependencies', '--out', file];
  if (!(await runCommand(process.execPath, args, { cwd: root, quiet: true })))
    throw new Error('The package could not be made: see what “npm run package” says');
  const { size } = statSync(file);
  folder.remove();
  return size / 1e6;
}

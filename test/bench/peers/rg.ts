import { globSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../host/cache.ts';
import { type Peer, timed } from '../measure.ts';
import { countLines, versionOf } from './program.ts';

const pattern = '"explanation": ?"[^"]*"';

/** Searches a folder for the texts of all explanations, of which there are so many. */
export function rg(folder: string, expected: number): Peer {
  const found = newestRg();
  return {
    name: found?.version ?? 'rg',
    missing: found
      ? undefined
      : 'there is no rg, neither on the PATH nor in a VS Code of the tests',
    sample: timed(
      () => countLines(found!.command, ['-o', '--no-filename', pattern, folder]),
      expected,
    ),
  };
}

const downloads = cacheFolder();
const bundled = [
  `code-server-*/node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep*/bin/{${process.platform}-${process.arch}/,}rg`,
  'desktop-*/vscode-*/resources/app/node_modules/@vscode/ripgrep*/bin/rg',
];

/** The newest ripgrep: 13, of distributions, is ten times slower than 15, of VS Code. */
function newestRg(): { command: string; version: string } | undefined {
  const commands = [
    'rg',
    ...globSync(bundled, { cwd: downloads }).map((path) => join(downloads, path)),
  ];
  return commands
    .flatMap((command) => {
      const version = versionOf(command);
      return version === undefined ? [] : [{ command, version }];
    })
    .sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }))[0];
}

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { runNpm } from './runCommand.ts';

const version = '4.139.1';
/** Raise this when `install` changes: a server that was installed differently is then not used. */
const recipe = 1;

/** Native modules that would have to be compiled; what stands in for them is in `stand-ins/`. */
const standIns = ['spdlog', 'native-watchdog'];

let fetched: Promise<string> | undefined;

/** The folder of a VS Code server with its workbench, fetched from the npm registry if need be. */
export async function fetchServer(): Promise<string> {
  fetched ??= cached(`code-server-${version}-${recipe}`, install);
  return vscodeIn(await fetched);
}

const vscodeIn = (within: string) => join(within, 'node_modules/code-server/lib/vscode');

/**
 * No package's install script is run: they would compile terminals, Kerberos, SQLite and more with
 * a compiler, headers and libraries that few machines have, and the tests need none of it. File
 * watching needs `@parcel/watcher`, whose optional packages bring it compiled.
 */
async function install(folder: string): Promise<void> {
  console.log(
    `Fetching VS Code (code-server ${version}) from the npm registry: half a minute, once`,
  );
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  await npmInstall(folder, [`code-server@${version}`]);
  console.log("Fetching the server's own dependencies");
  await npmInstall(vscodeIn(folder), []);
  for (const name of standIns) {
    const target = join(vscodeIn(folder), 'node_modules/@vscode', name);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'package.json'), '{"type":"module","main":"index.js"}\n');
    cpSync(join(import.meta.dirname, 'stand-ins', `${name}.js`), join(target, 'index.js'));
  }
}

async function npmInstall(cwd: string, packages: string[]): Promise<void> {
  const flags = ['--ignore-scripts', '--omit=dev', '--include=optional', '--no-audit', '--no-fund'];
  const done = await runNpm(['install', ...flags, '--loglevel=error', ...packages], cwd);
  if (!done) throw new Error(`npm could not install VS Code into ${cwd}; see what it says above`);
}

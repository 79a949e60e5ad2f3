import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cache } from './paths.ts';
import { runNpm } from './run-command.ts';

const version = '4.139.1';
/** Raise this when the steps below change, so that what an older checkout installed is redone. */
const recipe = 1;

const folder = join(cache, `code-server-${version}`);
const stamp = `installed-by-recipe-${recipe}`;

/** Native modules that would have to be compiled; what stands in for them is in `stand-ins/`. */
const standIns = ['spdlog', 'native-watchdog'];

let installed: Promise<void> | undefined;

/** The folder of a VS Code server with its workbench, fetched from the npm registry if need be. */
export async function fetchServer(): Promise<string> {
  if (!existsSync(join(folder, stamp))) await (installed ??= install());
  return vscodeIn(folder);
}

const vscodeIn = (within: string) => join(within, 'node_modules/code-server/lib/vscode');

/**
 * No package's install script is run: they would compile terminals, Kerberos, SQLite and more with
 * a compiler, headers and libraries that few machines have, and the tests need none of it. File
 * watching needs `@parcel/watcher`, whose optional packages bring it compiled.
 *
 * It is put together in a folder of this process's own and renamed at the end: an install that is
 * interrupted, or done twice at the same time, never leaves half a server in place.
 */
async function install(): Promise<void> {
  console.log(
    `Fetching VS Code (code-server ${version}) from the npm registry: half a minute, once`,
  );
  removeLeftovers();
  const building = join(cache, `.code-server-${process.pid}`);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  writeFileSync(join(building, 'package.json'), '{"private":true}\n');

  await npmInstall(building, [`code-server@${version}`]);
  console.log("Fetching the server's own dependencies");
  await npmInstall(vscodeIn(building), []);
  for (const name of standIns) {
    const target = join(vscodeIn(building), 'node_modules/@vscode', name);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'package.json'), '{"type":"module","main":"index.js"}\n');
    cpSync(join(import.meta.dirname, 'stand-ins', `${name}.js`), join(target, 'index.js'));
  }
  writeFileSync(join(building, stamp), '');
  putInPlace(building);
}

async function npmInstall(cwd: string, packages: string[]): Promise<void> {
  const flags = ['--ignore-scripts', '--omit=dev', '--include=optional', '--no-audit', '--no-fund'];
  const done = await runNpm(['install', ...flags, '--loglevel=error', ...packages], cwd);
  if (!done) throw new Error(`npm could not install VS Code into ${cwd}; see what it says above`);
}

function putInPlace(building: string): void {
  if (existsSync(folder) && !existsSync(join(folder, stamp)))
    rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // Another process was done first: what it put there is as good.
    if (!existsSync(join(folder, stamp))) throw error;
  }
}

/** What interrupted installs left: folders that carry the id of a process that is gone. */
function removeLeftovers(): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const pid = /^\.code-server-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

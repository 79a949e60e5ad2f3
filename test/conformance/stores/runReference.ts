import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { versionOf } from '../../bench/peers/program.ts';
import { cached } from '../../host/cache.ts';
import { temporaryFolder } from '../../host/cleanup.ts';
import { runCommand } from '../../host/runCommand.ts';
import { sharedOrSkip, skip } from '../../host/skip.ts';

/** A function of the reference by name, with its arguments. */
export type Call = readonly [name: string, ...args: (string | number)[]];

/** What came of a call. */
export type Answer =
  { readonly value: unknown } | { readonly error: string; readonly message: string };

export interface Surroundings {
  /** The server, and the hosts that it stands for. */
  readonly origin: string;
  readonly hosts: readonly string[];
  /** Environment variables with credentials. */
  readonly env: Readonly<Record<string, string>>;
}

/** Runs functions of the reference. */
export type RunReference = (calls: readonly Call[], around: Surroundings) => Promise<Answer[]>;

const packages = ['blobfile==3.3.0', 'boostedblob==1.1.0'];
const python = 'python3';

/** Installs what the reference needs, in a `before` hook. Skips its tests where that is impossible. */
export async function prepareReference(context: Mocha.Context): Promise<RunReference> {
  const [source] = globSync(join(sharedOrSkip(context, 'seed'), '*.txt'));
  const version = versionOf(python);
  if (version === undefined) skip(context, `needs ${python}, which is not here`);
  const name = `reference-${[version, ...packages].join('-').replace(/[^\w.-]+/g, '-')}`;
  const folder = await cached(name, install).catch(() =>
    skip(context, `needs ${packages.join(' and ')} of PyPI, which cannot be installed`),
  );
  return (calls, around) => run(folder, { source, calls, ...around }, around.env);
}

async function install(folder: string): Promise<void> {
  console.log(`Installing ${packages.join(' and ')} from PyPI, once`);
  const options = ['--quiet', '--disable-pip-version-check', '--target', folder];
  if (!(await runCommand(python, ['-m', 'pip', 'install', ...options, ...packages])))
    throw new Error('pip failed');
}

async function run(folder: string, input: object, env: Surroundings['env']): Promise<Answer[]> {
  const script = join(import.meta.dirname, 'reference.py');
  // It keeps what it learns of credentials in its home.
  const home = temporaryFolder();
  const child = spawn(python, [script], {
    // Nothing of the user's: neither credentials nor proxies.
    env: { PATH: process.env['PATH'], HOME: home.path, PYTHONPATH: folder, ...alone, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(JSON.stringify(input));
  const [out, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  home.remove();
  if (code !== 0) throw new Error(`the reference ended with ${code}\n${said}`);
  return JSON.parse(out) as Answer[];
}

/** It looks for no credentials of a machine in a cloud. */
const alone = { NO_GCE_CHECK: 'true', PYTHONDONTWRITEBYTECODE: '1' };

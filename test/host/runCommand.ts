import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { asInstaller } from './guard.js';
import { unguarded } from './guardRun.ts';

/** Longer than any download here takes on a slow line. */
const limit = 15 * 60_000;

interface Options {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Shows errors only, not all that it says. */
  quiet?: boolean;
}

/**
 * Runs an installer or another command that is no test to its end, showing what it says. `false`
 * when it failed or could not start.
 */
export function runCommand(
  command: string,
  args: string[],
  { quiet, env, ...options }: Options = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      env: unguarded(env),
      timeout: limit,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
      // On Windows, npm and code are batch files, which only a shell starts.
      shell: process.platform === 'win32' && command !== process.execPath,
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** The npm that runs this script, else the one on PATH. */
export function runNpm(args: string[], cwd: string): Promise<boolean> {
  const npm = process.env['npm_execpath'];
  return npm?.endsWith('.js')
    ? runCommand(process.execPath, [npm, ...args], { cwd })
    : runCommand('npm', args, { cwd });
}

/** Where PATH has one of the commands; on Windows, an ending such as `.cmd` is tried too. */
export function which(...commands: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return commands
    .flatMap((name) => folders.flatMap((dir) => endings.map((end) => join(dir, name + end))))
    .find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a host answers at all, within seconds: where it does not, waiting helps no one. */
export async function reachable(address: string): Promise<boolean> {
  try {
    await asInstaller(() => fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(4000) }));
    return true;
  } catch {
    return false;
  }
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const child = join(import.meta.dirname, 'memoryChild.ts');

/** MB that a function needs in a new process: `peak` is the most, `heap` what its result holds. */
export async function memoryOf(
  what: 'peak' | 'heap',
  call: { module: string; name: string; args: readonly unknown[] },
): Promise<number> {
  return inChild(what, call.module, call.name, JSON.stringify(call.args));
}

/** The most that a process has that does nothing. */
export function idlePeak(): Promise<number> {
  return inChild('peak');
}

async function inChild(...args: string[]): Promise<number> {
  const options = ['--expose-gc', '--max-old-space-size=8192', child, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return Number(stdout.trim().split('\n').at(-1));
}

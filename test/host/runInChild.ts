import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onExit } from './cleanup.ts';
import { root } from './paths.ts';
import type { Run } from './record.ts';

/** Runs tests in a Node of their own: what they crash, leak or leave open is gone with it. */
export async function runInChild(
  run: Run,
  signal: AbortSignal,
  env?: NodeJS.ProcessEnv,
): Promise<void> {
  const script = join(import.meta.dirname, 'mochaChild.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(run)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const kill = onExit(() => child.kill());
  signal.addEventListener('abort', () => {
    kill();
    // Code that never returns does not let the process hear the signal.
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  });
  const [code, killed] = (await once(child, 'exit')) as [number | null, string | null];
  kill();
  if (signal.aborted) throw new Error('the suite took too long and was ended');
  if (code !== 0) throw new Error(`its process ended with ${killed ?? code}`);
}

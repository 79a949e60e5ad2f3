import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What must not outlive this process: servers, browsers, temporary folders. Each is given back
 * early by its owner, and at the end by `exit`, whichever way the process ends.
 */
const pending = new Set<() => void>();
let listening = false;

const signals: [NodeJS.Signals, number][] = [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
];

/** Runs `clean` when the process ends; the function returned runs it now instead, once. */
export function onExit(clean: () => void): () => void {
  if (!listening) {
    listening = true;
    process.on('exit', () => pending.forEach((each) => each()));
    for (const [signal, number] of signals) process.on(signal, () => process.exit(128 + number));
  }
  const once = () => {
    if (pending.delete(once)) clean();
  };
  pending.add(once);
  return once;
}

export interface TemporaryFolder {
  path: string;
  remove: () => void;
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'neurons-'));
  const remove = onExit(() => {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch (error) {
      // A process that is just ending may still write there; that must not fail a test run.
      console.error(`Could not remove ${path}: ${String(error)}`);
    }
  });
  return { path, remove };
}

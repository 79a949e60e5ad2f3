import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import threads from 'node:worker_threads';
import { temporaryFolder } from './cleanup.ts';
import { contactsVariable } from './guard.js';

/** An attempt to contact an address that is not loopback. */
export interface Contact {
  readonly address: string;
  /** The program that tried. */
  readonly by: string;
  readonly stack?: string;
}

const guard = join(import.meta.dirname, 'guard.js');
/** Not `--import`: a thread of a text does not wait for it. */
const option = `--require ${JSON.stringify(guard)}`;

/** Guards this process, its threads, and all Node processes that it starts: see `guard.js`. */
export function guardRun(): void {
  process.env[contactsVariable] = join(temporaryFolder().path, 'contacts.jsonl');
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], option].filter(Boolean).join(' ');
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(file: string | URL, options?: threads.WorkerOptions) {
      // With an environment of its own, a thread has the option in it, too.
      super(file, { ...options, env: options?.env ?? { ...process.env } });
    }
  };
  syncBuiltinESMExports();
}

/** Guards a script. At its end it says which addresses were tried, and fails. */
export function guardScript(): void {
  guardRun();
  // Before the temporary folder is removed.
  process.prependListener('exit', () => {
    const contacts = describeContacts();
    if (contacts === undefined) return;
    console.error(contacts);
    process.exitCode = 1;
  });
}

/** Arguments of Node that guard a process whose children get its arguments, not `NODE_OPTIONS`. */
export function guardArguments(): string[] {
  return process.env[contactsVariable] ? ['--require', guard] : [];
}

/** An environment without the guard, for installers. */
export function unguarded(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const options = env['NODE_OPTIONS']?.replace(option, '').trim();
  return { ...env, NODE_OPTIONS: options || undefined };
}

/** Notes a contact that was refused elsewhere than in Node. */
export function noteContact(contact: Contact): void {
  const file = process.env[contactsVariable];
  if (file) appendFileSync(file, `${JSON.stringify(contact)}\n`);
}

/** What was tried in this run, as a text; undefined if nothing was. */
export function describeContacts(): string | undefined {
  const file = process.env[contactsVariable];
  if (!file || !existsSync(file)) return undefined;
  const contacts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Contact);
  const first = new Map<string, Contact>();
  for (const contact of contacts.toReversed()) first.set(contact.address, contact);
  const lines = [...first.values()].map(
    ({ address, by, stack }) => `${address}, by ${by}\n${stack ?? ''}`,
  );
  return `Contacted what is not on this machine:\n${lines.join('\n')}`;
}

import { appendFileSync, chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
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

/**
 * The copy of `guard.js` that processes of this run load. Not the file itself, which a thread of
 * another user may not read, such as below `/root`.
 */
const guard = () => join(dirname(process.env[contactsVariable]!), 'guard.mjs');
/** Not `--import`: a thread of a text does not wait for it. */
const option = () => `--require ${JSON.stringify(guard())}`;

/** Guards this process, its threads, and all Node processes that it starts: see `guard.js`. */
export function guardRun(): void {
  const folder = temporaryFolder().path;
  const contacts = join(folder, 'contacts.jsonl');
  process.env[contactsVariable] = contacts;
  writeFileSync(contacts, '');
  copyFileSync(join(import.meta.dirname, 'guard.js'), guard());
  // For every user.
  chmodSync(folder, 0o755);
  chmodSync(contacts, 0o666);
  chmodSync(guard(), 0o644);
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], option()].filter(Boolean).join(' ');
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
  return process.env[contactsVariable] ? ['--require', guard()] : [];
}

/** An environment without the guard, for installers. */
export function unguarded(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  if (!process.env[contactsVariable]) return env;
  const options = env['NODE_OPTIONS']?.replace(option(), '').trim();
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
  if (!file) return undefined;
  const contacts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Contact);
  if (contacts.length === 0) return undefined;
  const first = new Map<string, Contact>();
  for (const contact of contacts.toReversed()) first.set(contact.address, contact);
  const lines = [...first.values()].map(
    ({ address, by, stack }) => `${address}, by ${by}\n${stack ?? ''}`,
  );
  return `Contacted what is not on this machine:\n${lines.join('\n')}`;
}

#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { check, usage } from './check.ts';

// The entry of the program `neuron-explanations`: one command so far.
const [command, ...args] = process.argv.slice(2);
const write = (to: 1 | 2) => (text: string) => {
  try {
    writeSync(to, text);
  } catch (error) {
    // Whoever reads has had enough, as `head` has.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    write(to)(text);
  }
};
const out = { write: write(1), warn: write(2), dist: import.meta.dirname };
if (command === 'check') process.exitCode = await check(args, out);
else if (command === '--help' || command === undefined) out.write(usage);
else {
  out.warn(`Unknown command ${JSON.stringify(command)}.\n\n${usage}`);
  process.exitCode = 2;
}

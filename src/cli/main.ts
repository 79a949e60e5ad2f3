#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { check, usage } from './check.ts';

// The entry point of the program `neuron-explanations`, which has one command.
const [command, ...args] = process.argv.slice(2);
const write = (to: 1 | 2) => (text: string) => {
  try {
    writeSync(to, text);
  } catch (error) {
    // The reader has closed the pipe, as `head` does.
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

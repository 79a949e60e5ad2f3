import { readFile } from 'node:fs/promises';

/** The variables of the environment. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;

/** Reads a file that a variable names. */
export function readEnvironmentFile(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

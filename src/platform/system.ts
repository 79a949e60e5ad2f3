import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import { processors } from './threads.ts';

/** The disk path for an absolute path or one in the home folder; undefined for any other. */
export function diskPath(path: string): string | undefined {
  if (/^~(?=$|[\\/])/.test(path)) return homedir() + path.slice(1);
  return isAbsolute(path) ? path : undefined;
}

/** What an issue should say about the program and the machine: names and values. */
export function systemFacts(): readonly (readonly [name: string, value: string])[] {
  return [
    ['Host', `Node ${process.version}, ${process.platform} ${process.arch}`],
    ['Processors', String(processors)],
  ];
}

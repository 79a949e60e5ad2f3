import { type Peer, timed } from '../measure.ts';
import { countLines } from './program.ts';

/** Looks for what has been written in a folder later than a file was; there are so many. */
export function findNewer(folder: string, than: string, expected: number): Peer {
  return {
    name: 'find -newer',
    // The program of this name on Windows is another one.
    missing: process.platform === 'win32' ? 'there is no such find' : undefined,
    sample: timed(() => countLines('find', [folder, '-newer', than]), expected),
  };
}

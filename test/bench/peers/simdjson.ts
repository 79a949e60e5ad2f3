import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from '../data/folder.ts';
import { type Peer, timed } from '../measure.ts';
import { versionOf } from './program.ts';

const source = join(import.meta.dirname, 'simdjson.cpp');
const program = join(benchFolder, 'simdjson');
const threads = 2;

/** It ends early in a few files, at a NaN as Python writes it. */
const leastParsed = 0.95;

/** Parses every file of a folder with simdjson, of which there are so many. */
export function simdjson(folder: string, files: number): Peer {
  return {
    name: `simdjson’s parse of every file, ${threads} threads`,
    missing: compile(),
    sample: timed(() => {
      const { stdout } = spawnSync(program, [folder, String(threads)], { encoding: 'utf8' });
      return Number(stdout) >= leastParsed * files;
    }, true),
  };
}

/** Why the program cannot be made here; undefined if it was. */
function compile(): string | undefined {
  if (versionOf('g++') === undefined) return 'there is no g++';
  mkdirSync(benchFolder, { recursive: true });
  const options = ['-O3', '-std=c++17', '-pthread', source, '-lsimdjson', '-o', program];
  const { status, stderr } = spawnSync('g++', options, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return /simdjson\.h/.test(stderr)
    ? 'there is no simdjson.h, as in libsimdjson-dev of Debian'
    : `g++ cannot compile it: ${stderr.split('\n', 1)[0]}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';

const samples = join(root, 'samples');

/** All files of the samples, by path. */
export function sampleFiles(): Record<string, string> {
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((name) => /\.jsonl?$/.test(name))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(samples, name), 'utf8')]),
  );
}

import { spawnSync } from 'node:child_process';
import { type Peer, timed } from '../measure.ts';
import { versionOf } from './program.ts';

const script = `
import glob, json, sys
count = 0
for path in glob.glob(sys.argv[1] + '/*/*.jsonl'):
    with open(path, encoding='utf-8') as file:
        count += len(json.loads(file.read())['scored_explanations'])
print(count)
`;

/** Parses every file of a folder with Python's `json`; there are so many explanations. */
export function pythonLoads(folder: string, expected: number): Peer {
  const version = versionOf('python3');
  return {
    name: `json.loads of every file, ${version ?? 'python3'}`,
    missing: version === undefined ? 'there is no python3' : undefined,
    sample: timed(() => {
      const { stdout } = spawnSync('python3', ['-c', script, folder], { encoding: 'utf8' });
      return Number(stdout);
    }, expected),
  };
}

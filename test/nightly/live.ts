import { parseArgs } from 'node:util';
import { runLive } from '../host/live.ts';

/** `live [--seconds N] [--seed N]`: a writer beside the editor; 60 seconds if nothing is said. */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
  });
  const seed = values.seed === undefined ? Date.now() : Number(values.seed);
  const figures = await runLive(Number(values.seconds), seed);
  if (!figures) return false;
  const { changes, took, differs } = figures;
  console.log(
    `${changes} changes in ${values.seconds} s, seed ${seed}: tree, search, overview, pages and pinned results equal to the disk ${Math.round(took)} ms after the last one`,
  );
  if (differs !== '') console.log(`What was equal last: ${differs.split('\n')[0]}`);
  return true;
}

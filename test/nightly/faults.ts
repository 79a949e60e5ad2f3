import { parseArgs } from 'node:util';
import { buildExtension } from '../host/build.ts';
import { injectFaults } from '../unit/faults/faults.ts';

/** `faults [--runs N] [--seed N]`: changes directories that one, two and ten windows watch. */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '300' }, seed: { type: 'string' } },
  });
  await buildExtension();
  const seed = values.seed === undefined ? Date.now() : Number(values.seed);
  const runs = Number(values.runs);
  let injected = 0;
  for (const [windows, share] of [
    [1, 0.6],
    [2, 0.3],
    [10, 0.1],
  ] as const)
    injected += await injectFaults({ runs: Math.ceil(runs * share), windows, seed });
  console.log(
    `${injected} faults injected in ${runs} directories, seed ${seed}: every catalog as one built anew`,
  );
  return true;
}

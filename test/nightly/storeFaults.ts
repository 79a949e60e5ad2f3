import { parseArgs } from 'node:util';
import { buildExtension } from '../host/build.ts';
import { injectStoreFaults } from '../unit/faults/storeFaults.ts';

/** `storeFaults [--minutes N] [--seed N]`: disturbs a store while a catalog of it is built. */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
  });
  await buildExtension();
  const seed = values.seed === undefined ? Date.now() : Number(values.seed);
  const seconds = Number(values.minutes) * 60;
  console.log(`seed ${seed}`);
  const { faults, requests, rounds, messages } = await injectStoreFaults({ seconds, seed });
  console.log(
    `${faults} faults in ${requests} requests, ${rounds} times: every catalog as the store, every message true`,
  );
  for (const message of messages) console.log(`  ${message}`);
  return true;
}

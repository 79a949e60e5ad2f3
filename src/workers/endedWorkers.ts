import { WorkerEnded } from './workerPool.ts';

/**
 * The policy for jobs whose worker ends. Such a job is tried twice, since it may not be the cause:
 * memory may have run out, or someone ended the thread. A job that took too long is not repeated.
 * Of a batch of files, each half is tried, down to single files. So other files keep their results.
 */

/** Tries a job twice, as above. If its worker ends again, `ofEnded` makes the result or throws. */
export async function tryTwice<T>(
  run: () => Promise<T>,
  ofEnded: (error: WorkerEnded) => T | Promise<T> = (error) => {
    throw error;
  },
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      if (tries === 2 || error.tookTooLong) return ofEnded(error);
    }
  }
}

/** Runs a job on files, in the order of the results. `ofEnded` makes that of a single file. */
export async function runOnFiles<T>(
  keys: readonly string[],
  run: (keys: readonly string[]) => Promise<readonly T[]>,
  ofEnded: (fileName: string, error: WorkerEnded) => T | Promise<T>,
): Promise<readonly T[]> {
  const [first, ...others] = keys;
  if (first === undefined) return [];
  if (others.length === 0)
    return tryTwice(
      () => run(keys),
      async (error) => [await ofEnded(first, error)],
    );
  try {
    return await run(keys);
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
    const middle = Math.ceil(keys.length / 2);
    const halves = [keys.slice(0, middle), keys.slice(middle)];
    return (await Promise.all(halves.map((half) => runOnFiles(half, run, ofEnded)))).flat();
  }
}

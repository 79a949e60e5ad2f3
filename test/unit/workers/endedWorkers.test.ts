import assert from 'node:assert/strict';
import { runOnFiles, tryTwice } from '../../../src/workers/endedWorkers.ts';
import { WorkerEnded } from '../../../src/workers/workerPool.ts';

const ended = () => new WorkerEnded('it exited', false);

describe('a job whose worker ends', () => {
  const run = async (errors: readonly Error[]) => {
    let tries = 0;
    const result = await tryTwice(
      () => {
        const error = errors[tries++];
        return error ? Promise.reject(error) : Promise.resolve('done');
      },
      ({ message }) => message,
    );
    return { result, tries };
  };

  it('is tried twice', async () => {
    assert.deepEqual(await run([ended()]), { result: 'done', tries: 2 });
    assert.deepEqual(await run([ended(), ended()]), { result: 'it exited', tries: 2 });
  });

  it('is not tried again if it took too long, or failed in another way', async () => {
    const slow = new WorkerEnded('too slow', true);
    assert.deepEqual(await run([slow]), { result: 'too slow', tries: 1 });
    await assert.rejects(run([new Error('a fault')]), /a fault/);
  });

  it('rejects if nothing else is made of it', async () => {
    await assert.rejects(
      tryTwice(() => Promise.reject(ended())),
      WorkerEnded,
    );
  });
});

describe('a batch of files of which some end their worker', () => {
  const names = Array.from({ length: 9 }, (_, i) => String(i));
  for (const fatal of [[], ['0'], ['8'], ['3', '4'], ['0', '2', '4', '6', '8'], names])
    it(`has a result for each file, in order; fatal: ${fatal.join(' ') || 'none'}`, async () => {
      const alone: string[] = [];
      const results = await runOnFiles(
        names,
        (some) => {
          if (some.length === 1) alone.push(some[0]!);
          return some.some((name) => fatal.includes(name))
            ? Promise.reject(ended())
            : Promise.resolve(some.map((name) => `read ${name}`));
        },
        (name) => `ended by ${name}`,
      );
      assert.deepEqual(
        results,
        names.map((name) => (fatal.includes(name) ? `ended by ${name}` : `read ${name}`)),
      );
      for (const name of fatal) assert.equal(alone.filter((each) => each === name).length, 2);
    });

  it('runs nothing for no files', async () => {
    assert.deepEqual(await runOnFiles([], () => assert.fail(), assert.fail), []);
  });
});

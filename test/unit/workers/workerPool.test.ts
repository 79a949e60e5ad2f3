import assert from 'node:assert/strict';
import { WorkerEnded } from '../../../src/workers/workerPool.ts';
import { poolOf } from './support/pool.ts';

const list = (directory: string) => ({ type: 'list', directory, layerKey: '5' }) as const;

/** A worker that answers a job only once the job of the other directory has arrived anywhere. */
const meeting = `
  import { parentPort } from 'node:worker_threads';
  const channel = new BroadcastChannel('meeting');
  parentPort.on('message', ({ id, job }) => {
    channel.onmessage = () => { channel.postMessage(''); parentPort.postMessage({ id, ok: job.directory }); };
    channel.postMessage('');
  });`;

describe('a pool of workers', () => {
  it('runs several jobs at the same time', async function () {
    const pool = poolOf(meeting);
    if (pool.size < 2) return this.skip();
    assert.deepEqual(await Promise.all([pool.run(list('a')), pool.run(list('b'))]), ['a', 'b']);
    assert.equal(pool.threads, 2);
    pool.dispose();
  });

  it('starts a worker before its first job, once', async () => {
    const pool = poolOf(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id }) => parentPort.postMessage({ id, ok: 'fine' }));`);
    pool.prepare();
    pool.prepare();
    assert.equal(pool.threads, 1);
    assert.equal(await pool.run(list('a')), 'fine');
    assert.equal(pool.threads, 1);
    pool.dispose();
    pool.prepare();
    assert.equal(pool.threads, 0);
  });

  it('reports workers that end as soon as they start, and gives up', async () => {
    const pool = poolOf('process.exit(1)');
    const jobs = Array.from({ length: 20 }, (_, i) => pool.run(list(String(i))));
    for (const result of await Promise.allSettled(jobs)) {
      assert.equal(result.status, 'rejected');
      assert.ok(result.reason instanceof WorkerEnded);
    }
    pool.dispose();
  });

  it('reports an error in a worker’s script', async () => {
    const pool = poolOf('throw new Error("no scanner")');
    await assert.rejects(pool.run(list('a')), /no scanner/);
    pool.dispose();
  });

  it('reports which worker ended, why and in which job, except those that it ends', async () => {
    const ends: unknown[] = [];
    const pool = poolOf(
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id, job }) => {
        if (job.directory === 'bad') throw new Error('out of luck');
        parentPort.postMessage({ id, ok: 'fine' });
      });`,
      (reason, job) => ends.push({ reason, job }),
    );
    await assert.rejects(pool.run(list('bad')), WorkerEnded);
    assert.equal(await pool.run(list('good')), 'fine');
    pool.dispose();
    assert.deepEqual(ends, [{ reason: 'Error: out of luck', job: list('bad') }]);
  });

  it('reports an error in a job, and continues', async () => {
    const pool = poolOf(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id, job }) =>
        parentPort.postMessage(job.directory === 'bad' ? { id, error: 'a fault' } : { id, ok: 'fine' }));`);
    await assert.rejects(pool.run(list('bad')), /^Error: a fault$/);
    assert.equal(await pool.run(list('good')), 'fine');
    pool.dispose();
  });

  it('skips cancelled jobs', async () => {
    const pool = poolOf(
      `import { parentPort } from 'node:worker_threads';
      const done = [];
      parentPort.on('message', ({ id, job }) => {
        done.push(job.directory);
        parentPort.postMessage({ id, ok: done });
      });`,
      undefined,
      { size: 1 },
    );
    const end = new AbortController();
    const jobs = [
      pool.run(list('a'), end.signal),
      pool.run(list('b'), end.signal),
      pool.run(list('c')),
    ];
    end.abort();
    const [begun, waiting, wanted] = await Promise.allSettled(jobs);
    assert.equal(begun?.status, 'fulfilled');
    assert.equal(waiting?.status, 'rejected');
    assert.deepEqual(wanted, { status: 'fulfilled', value: ['a', 'c'] });
    pool.dispose();
  });

  it('settles all jobs when disposed', async () => {
    const pool = poolOf(
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});`,
    );
    const jobs = Array.from({ length: 2 * pool.size + 1 }, () => pool.run(list('a')));
    pool.dispose();
    for (const result of await Promise.allSettled(jobs)) assert.equal(result.status, 'rejected');
    await assert.rejects(pool.run(list('a')), /^Error: the workers have been stopped$/);
  });
});

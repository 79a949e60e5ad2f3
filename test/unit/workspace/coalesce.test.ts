import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { coalesce } from '../../../src/workspace/coalesce.ts';

/** Lets so much time pass by the clock that timers see, and then lets go on what waits. */
async function after(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Work that is done when it is told. */
class Work {
  begun = 0;
  ended = 0;
  readonly #ends: ((error?: Error) => void)[] = [];

  readonly run = async (): Promise<void> => {
    assert.equal(this.begun, this.ended, 'twice at a time');
    this.begun++;
    await new Promise<void>((resolve, reject) =>
      this.#ends.push((error) => (error ? reject(error) : resolve())),
    ).finally(() => this.ended++);
  };

  async end(error?: Error): Promise<void> {
    this.#ends.shift()!(error);
    await after(0);
  }
}

describe('coalescing', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('merges many delayed calls into one run', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 20);
    for (let i = 0; i < 5; i++) calls.soon();
    assert.equal(work.begun, 0);
    await after(60);
    assert.equal(work.begun, 1);
    await work.end();
    await after(60);
    assert.equal(work.begun, 1);
  });

  it('does not postpone a delayed run by more calls', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 40);
    for (let i = 0; i < 8; i++) {
      calls.soon();
      await after(10);
    }
    assert.equal(work.begun, 1);
    await work.end();
  });

  it('runs at once on request, instead of later', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 20);
    calls.soon();
    const run = calls.now();
    assert.equal(work.begun, 1);
    await work.end();
    await run;
    await after(60);
    assert.equal(work.begun, 1);
  });

  it('runs once more for all calls during a run', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 10);
    const first = calls.now();
    const second = calls.now();
    const third = calls.now();
    calls.soon();
    await after(40);
    assert.equal(work.begun, 1);
    await work.end();
    await first;
    assert.equal(work.begun, 2);
    await work.end();
    await Promise.all([second, third]);
    await after(40);
    assert.equal(work.begun, 2);
  });

  it('does so each time', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 10);
    for (const runs of [2, 4, 6]) {
      const first = calls.now();
      const second = calls.now();
      await work.end();
      await first;
      await work.end();
      await second;
      assert.equal(work.begun, runs);
    }
  });

  it('runs again for a delayed call during a run', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 10);
    void calls.now();
    calls.soon();
    await after(40);
    await work.end();
    assert.equal(work.begun, 2);
    await work.end();
  });

  it('resolves after a run that began after the call', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 10);
    const ended: string[] = [];
    const first = calls.now().then(() => ended.push('first'));
    const second = calls.now().then(() => ended.push('second'));
    await work.end();
    assert.deepEqual(ended, ['first']);
    await work.end();
    assert.deepEqual(ended, ['first', 'second']);
    await Promise.all([first, second]);
  });

  it('rejects the callers of a failed run, and continues', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 10);
    const first = assert.rejects(calls.now(), /a fault/);
    const second = calls.now();
    await work.end(new Error('a fault'));
    await first;
    assert.equal(work.begun, 2);
    await work.end();
    await second;
    const third = calls.now();
    assert.equal(work.begun, 3);
    await work.end();
    await third;
  });

  it('does nothing after it is disposed', async () => {
    const work = new Work();
    const calls = coalesce(work.run, 10);
    calls.soon();
    calls.dispose();
    await after(40);
    assert.equal(work.begun, 0);
  });
});

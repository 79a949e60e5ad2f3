import assert from 'node:assert/strict';
import { Rounds } from '../../../src/workspace/rounds.ts';

describe('rounds', () => {
  it('come again and again, also after one that failed, until they are disposed of', async () => {
    let count = 0;
    await new Promise<void>((resolve) => {
      const rounds = new Rounds(
        () => {
          if (++count < 3) return Promise.reject(new Error('a fault'));
          rounds.dispose();
          resolve();
          return Promise.resolve();
        },
        { pause: () => 1, share: 1 },
      );
    });
    assert.equal(count, 3);
  });

  it('take no more than their share of the time', async () => {
    const begins: number[] = [];
    const took = 10;
    await new Promise<void>((resolve) => {
      const rounds = new Rounds(
        async () => {
          begins.push(performance.now());
          if (begins.length === 3) {
            rounds.dispose();
            resolve();
          } else await new Promise((over) => setTimeout(over, took));
        },
        { pause: () => 0, share: 0.1 },
      );
    });
    // A timer may be a millisecond early by this clock.
    for (const i of [1, 2]) assert.ok(begins[i]! - begins[i - 1]! >= 10 * took);
  });

  it('are not run twice at a time, and begin at once where asked', async () => {
    let running = 0;
    let release = () => {};
    const rounds = new Rounds(
      async () => {
        running++;
        await new Promise<void>((resolve) => (release = resolve));
      },
      { pause: () => 1e6, share: 1 },
    );
    const both = [rounds.now(), rounds.now()];
    assert.equal(running, 1);
    release();
    await Promise.all(both);
    rounds.dispose();
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { compareOnce, EachRounds, Rounds, silentAmong } from '../../../src/workspace/rounds.ts';
import { temporaryFolder } from '../../host/cleanup.ts';
import { builderOf, eventually } from '../catalog/builder/built.ts';
import { WatchedSource } from '../catalog/support/watchedSource.ts';

describe('rounds', () => {
  it('repeat until disposed, also after a failure', async () => {
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

  it('use only their share of time', async () => {
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

  it('never overlap, and start at once on request', async () => {
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

describe('rounds of several directories', () => {
  const often = { pause: () => 1, share: 1 };

  it('continue for all but the one whose file system does not answer', async () => {
    const root = temporaryFolder().path;
    const source = new WatchedSource();
    const [silent, other] = await Promise.all(
      ['silent', 'other'].map(async (name) => {
        const path = join(root, name);
        mkdirSync(join(path, '5'), { recursive: true });
        const directory = new ExplanationDirectory(name, source, path, openai);
        const { builder } = builderOf(directory);
        await builder.start();
        return { path, directory, builder };
      }),
    );
    source.hold(silent!.path);
    const rounds = new EachRounds(compareOnce, often);
    rounds.follow(new Set([silent!.builder, other!.builder]));
    const heard = () => source.listed.filter((path) => path === silent!.path).length;
    await eventually(() => heard() === 2);
    writeFileSync(join(other!.path, '5', '1.jsonl'), 'no neuron');
    await eventually(() => other!.directory.catalog.size === 1);
    assert.equal(heard(), 2, 'it was asked again before it had answered');
    rounds.dispose();
    for (const { builder } of [silent!, other!]) builder.dispose();
  });

  it('include only followed ones', async () => {
    const run: string[] = [];
    const rounds = new EachRounds<string>((each) => {
      run.push(each);
      return Promise.resolve();
    }, often);
    rounds.follow(new Set(['a', 'b']));
    await eventually(() => run.includes('a') && run.includes('b'));
    rounds.follow(new Set(['b']));
    const before = run.length;
    await eventually(() => run.length > before + 2);
    rounds.dispose();
    assert.ok(!run.slice(before).includes('a'));
  });

  it('share the time', async () => {
    const begins: number[] = [];
    const took = 10;
    const rounds = new EachRounds<string>(
      async (each) => {
        if (each === 'a') begins.push(performance.now());
        await new Promise((over) => setTimeout(over, took));
      },
      { pause: () => 0, share: 0.2 },
    );
    rounds.follow(new Set(['a', 'b']));
    await eventually(() => begins.length === 2);
    rounds.dispose();
    assert.ok(begins[1]! - begins[0]! >= 10 * took);
  });
});

describe('directories without an answer', () => {
  const never = new Promise(() => undefined);

  it('are reported after a while, without waiting for them', async () => {
    const failed = Promise.reject(new Error('a fault'));
    const all = [['a', Promise.resolve()] as const, ['b', never] as const, ['c', failed] as const];
    assert.deepEqual(await silentAmong(all, 1), ['b']);
  });

  it('are reported at once if all have answered', async () => {
    assert.deepEqual(await silentAmong([['a', Promise.resolve()]], 1e6), []);
  });
});

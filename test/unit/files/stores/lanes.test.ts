import assert from 'node:assert/strict';
import { type Lane, Lanes } from '../../../../src/files/stores/lanes.ts';

/** Tasks that end when a test says so, and the order in which they started. */
function tasks(lanes: Lanes) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, lane: Lane, signal?: AbortSignal) =>
    lanes.run(lane, signal, () => {
      started.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string) => {
    ends.get(name)!();
    await new Promise(setImmediate);
  };
  return { started, run, end };
}

describe('lanes', () => {
  it('start what a person waits for before the background', async () => {
    const { started, run, end } = tasks(new Lanes(1));
    void run('a', 'background');
    void run('b', 'background');
    void run('c', 'person');
    await new Promise(setImmediate);
    await end('a');
    assert.deepEqual(started, ['a', 'c']);
    await end('c');
    assert.deepEqual(started, ['a', 'c', 'b']);
  });

  it('keep places that the background does not get', async () => {
    const { started, run, end } = tasks(new Lanes(8));
    for (let i = 0; i < 9; i++) void run(`b${i}`, 'background');
    await new Promise(setImmediate);
    assert.equal(started.length, 7);
    void run('p', 'person');
    void run('q', 'person');
    await new Promise(setImmediate);
    assert.equal(started.at(-1), 'p');
    await end('b0');
    assert.equal(started.at(-1), 'q');
    await end('p');
    assert.equal(started.length, 9);
  });

  it('start hardly anything for the background while a person waits', async () => {
    const { started, run, end } = tasks(new Lanes(8));
    void run('p', 'person');
    for (let i = 0; i < 7; i++) void run(`b${i}`, 'background');
    await new Promise(setImmediate);
    assert.deepEqual(started, ['p', 'b0', 'b1']);
    await end('b0');
    assert.equal(started.length, 4);
    await end('p');
    assert.equal(started.length, 8);
  });

  it('go on after a task that fails', async () => {
    const lanes = new Lanes(1);
    await assert.rejects(lanes.run('person', undefined, () => Promise.reject(new Error('no'))));
    assert.equal(await lanes.run('person', undefined, () => Promise.resolve(1)), 1);
  });

  it('forget a task that is aborted while it waits', async () => {
    const { started, run, end } = tasks(new Lanes(1));
    void run('a', 'person');
    const abort = new AbortController();
    const waiting = run('b', 'person', abort.signal);
    void run('c', 'person');
    abort.abort(new Error('closed'));
    await assert.rejects(waiting, { message: 'closed' });
    await new Promise(setImmediate);
    await end('a');
    assert.deepEqual(started, ['a', 'c']);
    await assert.rejects(run('d', 'person', abort.signal), { message: 'closed' });
  });
});

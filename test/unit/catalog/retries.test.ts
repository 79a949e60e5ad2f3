import assert from 'node:assert/strict';
import { Retries } from '../../../src/catalog/build/retries.ts';
import { eventually } from './builder/built.ts';

describe('retries', () => {
  const stamp = (size: number) => ({ size, modified: 1 });

  it('wait longer after each try, up to a minute', () => {
    const retries = new Retries(1000, () => undefined);
    const pauses = Array.from({ length: 9 }, () => retries.add('5'));
    assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    retries.forget('5');
    assert.equal(retries.add('5'), 1000, 'what succeeded begins anew');
    retries.dispose();
  });

  it('wait no longer if the file has changed', () => {
    const retries = new Retries(1000, () => undefined);
    const pauses = [1, 1, 2, 3, 3].map((size) => retries.add('5/1.jsonl', stamp(size)));
    assert.deepEqual(pauses, [1000, 2000, 1000, 1000, 2000]);
    retries.dispose();
  });

  it('are in order, even if a later one was added first', async () => {
    const tried: string[] = [];
    const retries = new Retries(1, (key) => tried.push(key));
    for (let i = 0; i < 12; i++) retries.add('late');
    retries.add('soon');
    await eventually(() => tried.length > 0);
    assert.deepEqual(tried, ['soon']);
    retries.dispose();
  });

  it('are by key, and for files also by stamp', () => {
    const retries = new Retries(1000, () => undefined);
    retries.add('5/1.jsonl', stamp(1));
    assert.ok(retries.has('5/1.jsonl', stamp(1)));
    assert.ok(!retries.has('5/1.jsonl', stamp(2)), 'another file by now');
    retries.add('5');
    retries.add('51/1.jsonl', stamp(1));
    retries.forgetWhere((key) => /^5(\/|$)/.test(key));
    assert.ok(!retries.has('5/1.jsonl') && !retries.has('5') && retries.has('51/1.jsonl'));
    retries.dispose();
  });
});

import assert from 'node:assert/strict';
import { ExplanationColumns } from '../../../src/catalog/rows/explanationColumns.ts';
import { Growable } from '../../../src/catalog/rows/growable.ts';
import { rowWith } from './support/madeRow.ts';

const explanation = (text: string, score: number | null = 0.5) =>
  rowWith({ text, score }).explanations[0]!;

describe('explanations in columns', () => {
  it('are returned exactly, with any of the three scores null', () => {
    const columns = new ExplanationColumns(3);
    const scores = [null, NaN, 0, -0, Infinity, -Infinity, 0.1];
    const all = scores.flatMap((score) =>
      scores.flatMap((rSquared) =>
        scores.map((absoluteDevExplained) => ({
          text: `${score} ${rSquared}`,
          scores: [score, rSquared, absoluteDevExplained],
          sequences: 3,
          tokens: 2 ** 31 - 1,
        })),
      ),
    );
    for (const [i, each] of all.entries()) columns.add(i, each);
    for (const [i, each] of all.entries()) assert.deepEqual(columns.get(i), each);
    assert.equal(columns.length, all.length);
  });

  it('have scores and owners in parallel columns', () => {
    const columns = new ExplanationColumns(3);
    columns.add(7, explanation(' a', 0.75));
    columns.add(8, explanation(' b', null));
    assert.deepEqual(columns.texts, [' a', ' b']);
    assert.deepEqual([...columns.owners.subarray(0, 2)], [7, 8]);
    assert.deepEqual([...columns.scores.subarray(0, 2)], [0.75, NaN]);
  });

  it('keep their IDs when others are removed', () => {
    const columns = new ExplanationColumns(3);
    for (const text of ['a', 'b', 'c']) columns.add(1, explanation(text));
    columns.remove(1);
    columns.add(2, explanation('d'));
    assert.deepEqual(columns.texts, ['a', '', 'c', 'd']);
    assert.deepEqual([...columns.owners.subarray(0, 4)], [1, -1, 1, 2]);
  });

  it('grow', () => {
    const columns = new ExplanationColumns(3);
    for (let i = 0; i < 5000; i++) columns.add(i, explanation(`text ${i}`, i));
    for (const i of [0, 1023, 1024, 1535, 1536, 4999]) {
      assert.deepEqual(columns.get(i), explanation(`text ${i}`, i));
      assert.equal(columns.owners[i], i);
    }
  });
});

describe('a column that grows', () => {
  it('has all numbers, from the smallest capacity on', () => {
    const column = new Growable((length) => new Uint32Array(length), 1);
    for (let i = 0; i < 100; i++) column.push(i * i);
    assert.equal(column.length, 100);
    for (let i = 0; i < 100; i++) assert.equal(column.values[i], i * i);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sequenceGroups } from '../../../src/analysis/groups.ts';
import { sharedOrSkip } from '../../host/skip.ts';

/** Sequences with these maxima. */
const groupsOf = (...maxima: number[]) =>
  sequenceGroups(maxima.map((max) => [Math.min(0, max) - 0.1, max]));
const shortly = (groups: ReturnType<typeof groupsOf>) =>
  groups && [groups.top, groups.random, groups.by];

describe('top-activating and random sequences', () => {
  it('are distinguished if the first half decreases and the second stays below it', () => {
    const groups = groupsOf(5, 4.9, 4.7, 1, 4.6, 0.2);
    assert.deepEqual(groups && { ...groups, lowestTop: 0, highestRandom: 0 }, {
      top: 3,
      random: 3,
      by: 'apart',
      lowestTop: 0,
      highestRandom: 0,
    });
    assert.deepEqual([groups?.lowestTop, groups?.highestRandom], [4.7, 4.6]);
  });

  it('are distinguished by a gap, wherever it is', () => {
    assert.deepEqual(shortly(groupsOf(3.6, 3.5, 0.06, 0)), [2, 2, 'gap']);
    assert.deepEqual(shortly(groupsOf(9, 8.5, 8, 1, 0.5, 0.2, 0.3)), [3, 4, 'gap']);
    assert.deepEqual(shortly(groupsOf(9, 9, 9, 9, 0, 0)), [4, 2, 'gap']);
  });

  it('are distinguished if only the first half is sorted', () => {
    assert.deepEqual(shortly(groupsOf(3.7, 3.2, 3, 0.1, 0, 3, 3.3, 0, 3.1, 2.6)), [5, 5, 'order']);
  });

  it('are not distinguished if the data do not show it', () => {
    const cases = {
      none: [],
      one: [3],
      dead: [0, 0, 0, 0, 0, 0],
      'in no order': [1, 3, 2, 4, 2, 5],
      'sorted throughout, without a gap': [6, 5, 4, 3, 2, 1],
      'a gap after what is not sorted': [8, 9, 8.5, 0.1, 0.2],
      'one that stands out': [9, 0.1, 0.2, 0.1, 0.15],
      'one that falls behind': [5, 4.9, 4.8, 0.1],
      'four in a weak order': [4, 3, 2.5, 2.8],
      'three of six as good as the others': [4, 3, 2, 3.5, 1, 3.9],
    };
    for (const [name, maxima] of Object.entries(cases)) {
      assert.equal(groupsOf(...maxima), null, name);
    }
  });

  it('allow missing values and very long lists', () => {
    assert.equal(sequenceGroups([[NaN], [], [Infinity]]), null);
    const odd = sequenceGroups([[5, Infinity], [NaN, 4.8], [0.1], [0.3]]);
    assert.deepEqual([shortly(odd), odd?.lowestTop], [[2, 2, 'gap'], 4.8]);
    assert.equal(sequenceGroups([[1, Infinity], [3, Infinity], [0.1], [0]]), null);
    const long = (max: number) => Array.from({ length: 200_000 }, (_, i) => (i === 7 ? max : 0));
    const lists = [long(5), long(4.8), long(0.1), long(0.3)];
    assert.deepEqual(shortly(sequenceGroups(lists)), [2, 2, 'gap']);
  });

  it('are distinguished in real files (needs shared/data)', function () {
    const path = sharedOrSkip(this, 'data/gpt2-xl-paper/explanations/6/3251.jsonl');
    const file = JSON.parse(readFileSync(path, 'utf8')) as {
      scored_explanations: {
        scored_simulation: { scored_sequence_simulations: { true_activations: number[] }[] };
      }[];
    };
    const [first] = file.scored_explanations;
    const lists = first!.scored_simulation.scored_sequence_simulations;
    const groups = sequenceGroups(lists.map((sequence) => sequence.true_activations));
    assert.deepEqual(shortly(groups), [2, 2, 'gap']);
  });
});

import assert from 'node:assert/strict';
import { loads } from '../../../src/format/loads.ts';
import { compareScores, getPreferredScore } from '../../../src/format/preferredScore.ts';
import type { ScoredExplanation, ScoredSimulation } from '../../../src/format/schema.ts';
import * as raw from './rawNeuron.ts';

describe('getPreferredScore', () => {
  it('is the correlation over all sequences, of a simulation and of an explanation', () => {
    for (const score of [0.75, 0, -0.5, null]) {
      const scored = raw.scoredSimulation({ ev_correlation_score: score });
      const simulation = loads(JSON.stringify(scored)) as ScoredSimulation;
      const explanation = raw.explanation({ scored_simulation: scored });
      assert.equal(getPreferredScore(simulation), score);
      const decoded = loads(JSON.stringify(explanation)) as ScoredExplanation;
      assert.equal(getPreferredScore(decoded), score);
    }
  });

  it('is NaN if the file says so', () => {
    const text = JSON.stringify(raw.scoredSimulation()).replace(
      '"ev_correlation_score":0.75',
      '"ev_correlation_score":NaN',
    );
    assert.equal(getPreferredScore(loads(text) as ScoredSimulation), NaN);
  });
});

describe('compareScores', () => {
  it('sorts the best score first, and those that are missing or undefined last', () => {
    const scores = [null, 0.2, NaN, -1, 0.9, null, 0, 1];
    assert.deepEqual(scores.toSorted(compareScores), [1, 0.9, 0.2, 0, -1, null, NaN, null]);
  });

  it('is stable', () => {
    const explanations = [
      { score: null, i: 0 },
      { score: 0.5, i: 1 },
      { score: NaN, i: 2 },
      { score: 0.5, i: 3 },
    ];
    const sorted = explanations.toSorted((a, b) => compareScores(a.score, b.score));
    assert.deepEqual(
      sorted.map(({ i }) => i),
      [1, 3, 0, 2],
    );
  });

  it('sorts infinities', () => {
    const scores = [0, -Infinity, Infinity, NaN, 5];
    assert.deepEqual(scores.toSorted(compareScores), [Infinity, 5, 0, -Infinity, NaN]);
  });
});

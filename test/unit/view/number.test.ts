import assert from 'node:assert/strict';
import {
  explainScore,
  formatActivation,
  formatCount,
  plural,
} from '../../../src/neuron/view/text/number.ts';
import { compareScores, recomputedText } from '../../../src/neuron/view/text/recomputed.ts';

describe('explainScore', () => {
  it('tells missing, undefined and a number apart', () => {
    assert.equal(explainScore(null), 'not in the file');
    assert.equal(explainScore('undefined'), 'the file says that it is undefined');
    assert.equal(explainScore(0), '');
  });
});

describe('formatActivation', () => {
  const cases: [number, string][] = [
    [0, '0'],
    [-0, '0'],
    [10, '10'],
    [5.2141, '5.21'],
    [-0.1699, '\u22120.17'],
    [0.02134, '0.0213'],
    [9.996, '10.0'],
    [12.345, '12.3'],
    [123.456, '123'],
    [1234.5, '1230'],
    [0.00999999, '0.0100'],
    [0.000123, '1.23e\u22124'],
    [-1234567.8, '\u22121.23e6'],
    [Number.MAX_VALUE, '1.80e308'],
    [5e-324, '4.94e\u2212324'],
    [NaN, 'missing'],
    [Infinity, '∞'],
    [-Infinity, '\u2212∞'],
  ];
  for (const [value, text] of cases) {
    it(`writes ${value} as ${text}`, () => assert.equal(formatActivation(value), text));
  }
});

describe('formatCount', () => {
  it('sets thousands apart', () => {
    assert.equal(formatCount(100_000), '100,000');
    assert.equal(plural(1, 'token'), '1 token');
    assert.equal(plural(0, 'token'), '0 tokens');
  });
});

describe('recomputed scores', () => {
  it('are told where they differ visibly from the file’s', () => {
    assert.equal(recomputedText(0.86, 0.41), '0.41');
    assert.equal(recomputedText(0.4248, 0.4252), null);
    assert.equal(recomputedText(0, 0.41), '0.41');
    assert.equal(recomputedText(0.41, 'undefined'), 'undefined');
    assert.equal(recomputedText('undefined', 0.41), '0.41');
  });

  it('stand in for one that the file does not have, if they have a value', () => {
    assert.equal(recomputedText(null, 0.41), '0.41');
    assert.equal(recomputedText(null, 'undefined'), null);
    assert.equal(recomputedText(0.41, null), null);
  });

  it('agree or differ only where there are two', () => {
    assert.equal(compareScores(0.41, 0.4101), 'agrees');
    assert.equal(compareScores(0.41, 0.42), 'differs');
    assert.equal(compareScores(null, 0.42), 'unknown');
    assert.equal(compareScores('undefined', 'undefined'), 'unknown');
  });
});

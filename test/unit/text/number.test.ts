import assert from 'node:assert/strict';
import { explainScore } from '../../../src/tokens/text/units.ts';
import { formatActivation, formatCount, plural } from '../../../src/text/number.ts';

describe('explainScore', () => {
  it('distinguishes missing, undefined and a number', () => {
    assert.equal(explainScore(null), 'Not in the file');
    assert.equal(explainScore('undefined'), 'Stored as undefined');
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
  it('separates thousands', () => {
    assert.equal(formatCount(100_000), '100,000');
    assert.equal(plural(1, 'token'), '1 token');
    assert.equal(plural(0, 'token'), '0 tokens');
  });
});

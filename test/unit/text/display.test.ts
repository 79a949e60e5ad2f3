import assert from 'node:assert/strict';
import {
  displayExplanation,
  displayId,
  displayScore,
  explanationText,
} from '../../../src/text/display.ts';

describe('a neuron’s name', () => {
  it('is its layer and number', () => {
    assert.equal(displayId({ layer: 5, neuron: 131 }), '5:131');
  });
});

describe('a displayed score', () => {
  const cases: [number | 'undefined' | null, string][] = [
    [0.8364, '0.84'],
    [1, '1.00'],
    [0, '0.00'],
    [-0, '0.00'],
    [0.004, '0.00'],
    [0.006, '0.01'],
    [-0.5, '\u22120.50'],
    [-0.006, '\u22120.01'],
    [-0.004, '0.00'],
    [-1234.5, '\u22121234.50'],
    [null, '–'],
    ['undefined', 'undefined'],
    [NaN, 'undefined'],
    [Infinity, 'undefined'],
    [-Infinity, 'undefined'],
  ];
  for (const [score, text] of cases) {
    it(`is ${text} for ${Object.is(score, -0) ? '-0' : score}`, () => {
      assert.equal(displayScore(score), text);
    });
  }
});

describe('a displayed explanation', () => {
  const cases: [string | null, string][] = [
    [' references to movies', 'references to movies'],
    ['  two\r\nlines\tand  a tab ', 'two lines and a tab'],
    ['a\u00a0b', 'a b'],
    ['<script>&amp;', '<script>&amp;'],
    ['red \u001b[31m, turned \u202eback', 'red \\x1b[31m, turned \\u202eback'],
    ['', '(no explanation text)'],
    [' \n', '(no explanation text)'],
    [null, '(no explanation text)'],
  ];
  for (const [text, shown] of cases) {
    it(`is ${JSON.stringify(shown)} for ${JSON.stringify(text)}`, () => {
      assert.equal(displayExplanation(text), shown);
    });
  }

  it('is nothing if there is nothing to read', () => {
    for (const text of [null, '', ' \n']) assert.equal(explanationText(text), null);
  });
});

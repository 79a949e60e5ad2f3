import assert from 'node:assert/strict';
import { strongestText } from '../../../src/tokens/text/strongest.ts';

const of = (tokens: readonly string[], ...actual: number[]) =>
  strongestText({ tokens, actual: Float64Array.from(actual) });

describe('the strongest tokens of a sequence, for screen readers', () => {
  it('are three, the largest magnitude first, with their values', () => {
    assert.equal(
      of([' a', ' nation', '\n', ' that', ''], 0.5, 3.85, 1.9, -2.1, 0.1),
      'Strongest activations: “nation” 3.85, “that” minus 2.10, line break 1.90.',
    );
  });

  it('are the first ones of equal values', () => {
    assert.equal(
      of([' a', ' b', ' c', ' d'], 1, 1, 1, 1),
      'Strongest activations: “a” 1, “b” 1, “c” 1.',
    );
  });

  it('are told from the sentence if they are punctuation', () => {
    assert.equal(of([',', ' .'], 1.99, 1), 'Strongest activations: “,” 1.99, “.” 1.');
    assert.equal(
      of([',\n', '\ufffd', '  '], 3, 2, 1),
      'Strongest activations: “, line break” 3, part of a character 2, 2 spaces 1.',
    );
  });

  it('are never zeros, missing values or values without a token', () => {
    assert.equal(of([' a', ' b', ' c'], 0, NaN, Infinity), '');
    assert.equal(of([' a'], 0.2, 9), 'Strongest activations: “a” 0.20.');
    assert.equal(of([]), '');
  });
});

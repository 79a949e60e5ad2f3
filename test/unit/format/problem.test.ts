import assert from 'node:assert/strict';
import { FormatError } from '../../../src/format/errors.ts';
import {
  describe as describeValue,
  formatPath,
  problem,
  shorten,
} from '../../../src/format/problem.ts';

describe('formatPath', () => {
  it('writes a readable path', () => {
    assert.equal(formatPath([]), '');
    assert.equal(formatPath(['a']), 'a');
    assert.equal(formatPath(['scored_explanations', 0, 'x1']), 'scored_explanations[0].x1');
    assert.equal(formatPath([2, 1]), '[2][1]');
  });

  it('quotes names that are not identifiers', () => {
    assert.equal(formatPath(['a', 'two words']), 'a["two words"]');
    assert.equal(formatPath(['', '0', 'a.b']), '[""]["0"]["a.b"]');
  });
});

describe('a problem', () => {
  const steering = '\u001b[31m\u202e\n';
  it('has visible characters only, whatever its file has', () => {
    const { message } = problem('wrong-type', [], `Found ${steering}.`);
    assert.equal(message, 'Found \\x1b[31m\\u202e\\n.');
    assert.equal(formatPath([steering]), '["\\u001b[31m\\u202e\\n"]');
    const error = new FormatError(steering, { file: steering });
    assert.equal(error.reason, '\\x1b[31m\\u202e\\n');
    assert.equal(error.message, `${error.reason}: ${error.reason}`);
  });
});

describe('the description of a value', () => {
  it('is a few words', () => {
    const expected: [unknown, string][] = [
      [undefined, 'nothing'],
      [null, 'null'],
      [true, 'true'],
      [1.5, '1.5'],
      [15000000000000000001, 'about 1.5e+19'],
      [NaN, 'NaN'],
      [-Infinity, '-Infinity'],
      ['', 'the string ""'],
      ['two\n"lines"', 'the string "two\\n\\"lines\\""'],
      [[], 'an empty list'],
      [[[]], 'a list of 1'],
      [{}, 'an empty object'],
      [{ a: 1, b: {} }, 'an object with a, b'],
    ];
    for (const [value, words] of expected) assert.equal(describeValue(value), words);
  });

  it('stays short', () => {
    const long = 'x'.repeat(1000);
    assert.equal(describeValue(long), `the string "${'x'.repeat(57)}…"`);
    assert.equal(describeValue({ [long]: 1 }), `an object with ${'x'.repeat(57)}…`);
    assert.equal(shorten('x'.repeat(60)), 'x'.repeat(60));
    assert.equal(shorten('x'.repeat(61)).length, 58);
  });
});

import assert from 'node:assert/strict';
import { FormatError, inFile } from '../../../src/format/errors.ts';

describe('FormatError', () => {
  it('has the file in its message, but not in its reason', () => {
    const error = new FormatError('it is empty', { file: 'a/b.jsonl', offset: 5 });
    assert.equal(error.message, 'a/b.jsonl: it is empty');
    assert.equal(error.name, 'FormatError');
    assert.equal(error.reason, 'it is empty');
    assert.equal(error.file, 'a/b.jsonl');
    assert.equal(error.offset, 5);
    assert.equal(new FormatError('it is empty').message, 'it is empty');
  });
});

describe('inFile', () => {
  it('returns what is decoded', () => {
    assert.equal(
      inFile('a', () => 5),
      5,
    );
  });

  it('adds the file to a FormatError, and keeps its position', () => {
    const decode = () => {
      throw new FormatError('bad', { offset: 3 });
    };
    assert.throws(() => inFile('a', decode), { message: 'a: bad', file: 'a', offset: 3 });
  });

  it('does not change other errors', () => {
    const other = new RangeError('bad');
    assert.throws(
      () =>
        inFile('a', () => {
          throw other;
        }),
      (error) => error === other,
    );
  });
});

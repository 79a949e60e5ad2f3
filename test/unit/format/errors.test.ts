import assert from 'node:assert/strict';
import { FormatError, inFile } from '../../../src/format/errors.ts';

describe('FormatError', () => {
  it('names the file in its message, and keeps the reason without it', () => {
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
  it('gives what is decoded', () => {
    assert.equal(
      inFile('a', () => 5),
      5,
    );
  });

  it('names the file in a FormatError, and keeps its place', () => {
    const decode = () => {
      throw new FormatError('bad', { offset: 3 });
    };
    assert.throws(() => inFile('a', decode), { message: 'a: bad', file: 'a', offset: 3 });
  });

  it('passes other errors on as they are', () => {
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

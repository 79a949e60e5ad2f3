import assert from 'node:assert/strict';
import { listingDigest } from '../../../src/catalog/build/catalogReader.ts';

describe('the digest of a listing', () => {
  type Row = readonly [key: string, size: number, modified: number];
  const files: readonly Row[] = Array.from(
    { length: 300 },
    (_, i) => [`5/${i}.jsonl`, 1000 + i, 1.7e15 + i] as const,
  );
  const digestOf = (rows: readonly Row[]) =>
    listingDigest({
      keys: rows.map(([key]) => key),
      sizes: rows.map(([, size]) => size),
      modified: rows.map(([, , modified]) => modified),
    });
  const changed = (at: number, row: Row) => digestOf(files.with(at, row));

  it('is the same in any order of the files', () =>
    assert.equal(digestOf(files.toReversed()), digestOf(files)));

  it('changes with each change of a key, a size, or a time', () => {
    const digests = new Set([digestOf(files), digestOf(files.slice(1)), digestOf([])]);
    for (const [at, [key, size, modified]] of files.entries()) {
      digests.add(changed(at, [`0${key}`, size, modified]));
      digests.add(changed(at, [key, size + 1, modified]));
      digests.add(changed(at, [key, size + 2 ** 32, modified]));
      digests.add(changed(at, [key, size, modified + 1]));
      digests.add(changed(at, [key, -1, 0]));
    }
    assert.equal(digests.size, 3 + 5 * files.length);
  });
});

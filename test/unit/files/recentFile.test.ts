import assert from 'node:assert/strict';
import type { FilePart, FileSource } from '../../../src/files/fileSource.ts';
import { withRecentFile } from '../../../src/files/recentFile.ts';

describe('a source with the file that was read last', () => {
  let reads: string[];
  let version: string | undefined;
  let source: FileSource;

  beforeEach(() => {
    reads = [];
    version = 'v1';
    const stamp = () => ({ size: 1, modified: 1, version: version! });
    source = withRecentFile({
      readFile: () => Promise.resolve(undefined),
      readDirectory: () => Promise.resolve([]),
      readPart(path): Promise<FilePart | undefined> {
        reads.push(path);
        const part = version && { bytes: new TextEncoder().encode(version), stamp: stamp() };
        return Promise.resolve(part || undefined);
      },
      stat: () => Promise.resolve(version === undefined ? undefined : stamp()),
      join: (...names) => names.join('/'),
    });
  });

  it('reads it once, however it is asked for', async () => {
    const [part, bytes] = await Promise.all([source.readPart!('a'), source.readFile('a')]);
    assert.equal(part!.bytes, bytes);
    assert.deepEqual(reads, ['a']);
  });

  it('reads another file, or a part, or the first again after another', async () => {
    await source.readFile('a');
    await source.readPart!('a', { range: { start: 0, end: 1 } });
    await source.readFile('b');
    await source.readFile('a');
    assert.deepEqual(reads, ['a', 'a', 'b', 'a']);
  });

  it('reads it again once its stamp is another', async () => {
    await source.readFile('a');
    await source.stat('a');
    assert.equal(String(await source.readFile('a')), String(new TextEncoder().encode('v1')));
    version = 'v2';
    await source.stat('a');
    assert.equal(String(await source.readFile('a')), String(new TextEncoder().encode('v2')));
    version = undefined;
    await source.stat('a');
    assert.equal(await source.readFile('a'), undefined);
    assert.equal(reads.length, 3);
  });

  it('does not keep that a file is missing', async () => {
    version = undefined;
    assert.equal(await source.readFile('a'), undefined);
    version = 'v1';
    assert.ok(await source.readFile('a'));
  });
});

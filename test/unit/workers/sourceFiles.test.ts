import assert from 'node:assert/strict';
import { type FileSource, largestFile } from '../../../src/files/fileSource.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { sourceFiles } from '../catalog/support/sourceFiles.ts';
import { layerOf } from '../catalog/support/keys.ts';

describe('the reader of a source', () => {
  it('reports a file that is too large for a neuron, without reading it', async () => {
    const source: FileSource = {
      ...localFileSource,
      stat: () => Promise.resolve({ size: largestFile + 1, modified: 1 }),
      readFile: () => Promise.reject(new Error('it was read')),
    };
    const reader = sourceFiles(source, '/data');
    const [reading] = await reader.read(layerOf('5'), ['5/1.jsonl'], 'exact');
    assert.match(reading!.row!.failure!, /512 MiB/);
  });
});

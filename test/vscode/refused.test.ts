import assert from 'node:assert/strict';
import { ExplanationDirectory } from '../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../src/dialects/openai/dialect.ts';
import type { Parts } from '../../src/extension.ts';
import { FileError, type FileSource } from '../../src/files/fileSource.ts';
import { loadNeuron } from '../../src/neuron/host/loadedNeuron.ts';
import { memorySource } from '../unit/format/memorySource.ts';
import { activated } from './support/editor.ts';

describe('a neuron whose file could not be read', () => {
  let parts: Parts;
  before(async () => (parts = await activated()));

  it('has changed once it can be read, even with the same stamp', async () => {
    const files = memorySource({ '/data/5/1.jsonl': 'no neuron' });
    let isRefused = true;
    const source: FileSource = {
      ...files,
      readFile: (path) =>
        isRefused ? Promise.reject(new FileError(path, 'permission denied')) : files.readFile(path),
    };
    const directory = new ExplanationDirectory('refused:/data', source, '/data', openai);
    const ref = directory.refTo('5/1.jsonl')!;
    const { signal } = new AbortController();
    const loaded = await loadNeuron(ref, parts.reader, signal);
    assert.ok(loaded.content.kind === 'failure');
    assert.match(loaded.content.reason, /permission denied/);
    assert.equal(await loaded.hasChanged(ref), false);
    isRefused = false;
    assert.equal(await loaded.hasChanged(ref), true);
    const again = await loadNeuron(ref, parts.reader, signal);
    assert.equal(await again.hasChanged(ref), false);
  });
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../../../src/files/fileSource.ts';
import { fileError } from '../../../../src/platform/node/localFileSource.ts';
import { openedWithNeurons } from '../support/directory.ts';
import { layerOf } from '../support/keys.ts';
import { ageAll } from '../support/times.ts';
import { builderOf, eventually, textsIn } from './built.ts';

const failing = (path: string, code: string) =>
  fileError(path, Object.assign(new Error(code), { code }));

function opened() {
  const made = openedWithNeurons('5:1', '6:1');
  ageAll(made.root);
  return { ...made, ...builderOf(made.directory), catalog: made.directory.catalog };
}

for (const code of ['EIO', 'EBUSY', 'ESTALE', 'EMFILE', 'ENFILE', 'EAGAIN', 'ETIMEDOUT'])
  describe(`a temporary failure, ${code},`, () => {
    it('of a file is reported with the time of the next try, and retried until it passes', async () => {
      const { root, source, builder, catalog } = opened();
      const path = join(root, '5/1.jsonl');
      source.fail(path, failing(path, code));
      await builder.start();
      await eventually(() => source.read.filter((each) => each === path).length >= 3);
      assert.match(textsIn(catalog)['5/1.jsonl']!, /\. Trying again in \d+ s$/);
      assert.equal(catalog.tally('exact'), 1, 'it is not taken for what the file holds');
      source.mend(path);
      await eventually(() => textsIn(catalog)['5/1.jsonl'] === ' neuron 5:1');
      builder.dispose();
    });

    it('of a layer is reported, and retried until it passes', async () => {
      const { root, directory, source, builder, catalog, listener } = opened();
      const path = join(root, '5');
      source.fail(path, failing(path, code));
      await builder.start();
      await eventually(() => directory.failure('5') !== undefined);
      await assert.rejects(directory.neurons(layerOf('5')), /Trying again in \d+ s$/);
      await eventually(() => source.listed.filter((each) => each === path).length >= 3);
      listener.changes.length = 0;
      source.mend(path);
      await eventually(() => textsIn(catalog)['5/1.jsonl'] === ' neuron 5:1');
      assert.equal(directory.failure('5'), undefined);
      assert.ok(listener.changes.includes('5'));
      builder.dispose();
    });
  });

describe('a layer with a temporary failure', () => {
  it('is retried even if another layer with the same key prefix is deleted', async () => {
    const { root, directory, source } = openedWithNeurons('5:1', '51:1');
    ageAll(root);
    const { builder } = builderOf(directory);
    const path = join(root, '51');
    source.fail(path, failing(path, 'ESTALE'));
    await builder.start();
    // By now the pause is longer than the removal takes.
    await eventually(() => source.listed.filter((each) => each === path).length >= 8);
    rmSync(join(root, '5'), { recursive: true });
    builder.touch('5');
    await eventually(() => directory.catalog.countOf('5') === undefined);
    source.mend(path);
    await eventually(() => textsIn(directory.catalog)['51/1.jsonl'] === ' neuron 51:1');
    builder.dispose();
  });
});

describe('a directory that is temporarily unavailable', () => {
  it('keeps its rows, and is retried until it answers', async () => {
    const { root, directory, source, builder, catalog } = opened();
    await builder.start();
    await builder.finished();
    source.fail(root, failing(root, 'ESTALE'));
    await builder.compare(() => false);
    assert.match(directory.failure()?.reason ?? '', /network drive.*Trying again in \d+ s/);
    assert.equal(catalog.size, 2);
    assert.equal((await directory.layers()).length, 2);
    source.mend(root);
    await eventually(() => directory.failure() === undefined);
    builder.dispose();
  });
});

describe('a permanent failure', () => {
  it('is not retried until something changes', async () => {
    const { root, directory, source, builder, catalog } = opened();
    const [file, layer] = [join(root, '5/1.jsonl'), join(root, '6')];
    source.fail(file, new FileError(file, 'permission denied'));
    source.fail(layer, new FileError(layer, 'permission denied'));
    await builder.start();
    await builder.finished();
    for (let round = 0; round < 3; round++) {
      await builder.compare(() => false);
      await builder.finished();
    }
    assert.equal(source.read.filter((each) => each === file).length, 1);
    assert.equal(textsIn(catalog)['5/1.jsonl'], 'permission denied');
    await assert.rejects(directory.neurons(layerOf('6')), /permission denied$/);
    source.mend(layer);
    await builder.compare(() => false);
    assert.equal((await directory.neurons(layerOf('6'))).length, 1);
    builder.dispose();
  });
});

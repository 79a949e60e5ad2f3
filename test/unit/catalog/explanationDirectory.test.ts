import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ExplanationDirectory,
  neuronId,
  neuronUri,
} from '../../../src/catalog/explanationDirectory.ts';
import { FileError } from '../../../src/files/fileSource.ts';
import { localFileSource } from '../../../src/files/localFileSource.ts';
import { idsOf, neuronOf, openedWith, openedWithNeurons } from './support/directory.ts';
import { put } from './support/folders.ts';
import { simpleNeuron } from './support/neuronText.ts';

const textOf = async (neuron: Awaited<ReturnType<typeof neuronOf>>) =>
  (await neuron.directory.row(neuron)).explanations[0]?.text;

describe('an explanation directory', () => {
  it('lists layers and neurons in numerical order', async () => {
    const { directory } = openedWithNeurons('11:3', '5:742', '5:131', '5:17', '0:9');
    const layers = await directory.layers();
    assert.deepEqual(
      layers.map(({ name }) => name),
      ['0', '5', '11'],
    );
    assert.deepEqual(idsOf(await directory.neurons(layers[1]!)), ['5:17', '5:131', '5:742']);
  });

  it('says who a neuron is and where', async () => {
    const root = join(import.meta.dirname, '../../../samples/explanations');
    const directory = new ExplanationDirectory(pathToFileURL(root).href, localFileSource, root);
    const neuron = await neuronOf(directory, '5:131');
    assert.equal(neuronId(neuron), '5:131');
    assert.equal(neuronUri(neuron), pathToFileURL(join(root, '5/131.jsonl')).href);
  });

  it('names a neuron by its numbers, and its place by its names', async () => {
    const { root, directory } = openedWith({ '007/0131.jsonl': simpleNeuron('7:131', 'x', 0.5) });
    const neuron = await neuronOf(directory, '7:131');
    assert.equal(neuronUri(neuron), pathToFileURL(join(root, '007/0131.jsonl')).href);
    assert.equal((await directory.row(neuron)).failure, undefined);
  });

  it('reads each thing once', async () => {
    const { directory, source } = openedWithNeurons('5:131', '5:742', '6:1');
    const neuron = await neuronOf(directory, '5:131');
    const again = await neuronOf(directory, '5:131');
    assert.equal(neuron, again);
    await Promise.all([directory.row(neuron), directory.row(again), directory.layers()]);
    await directory.row(neuron);
    assert.equal(source.listed.length, 3);
    assert.equal(source.read.length, 1);
  });

  it('knows a row only once it has been read', async () => {
    const { directory } = openedWithNeurons('5:131', '5:742');
    const neuron = await neuronOf(directory, '5:131');
    assert.equal(directory.knownRow(neuron), undefined);
    const row = await directory.row(neuron);
    assert.equal(row.explanations[0]?.text, ' neuron 5:131');
    assert.equal(directory.knownRow(neuron), row);
    assert.equal(directory.knownRow(await neuronOf(directory, '5:742')), undefined);
  });

  it('tries again what failed', async () => {
    const { root, directory, source } = openedWithNeurons('5:131');
    source.fail(root);
    await assert.rejects(directory.layers(), FileError);
    source.mend(root);
    const [layer] = await directory.layers();
    source.fail(join(root, '5'));
    await assert.rejects(directory.neurons(layer!), FileError);
    source.mend(join(root, '5'));
    assert.equal((await directory.neurons(layer!)).length, 1);
  });

  describe('told that a file changed', () => {
    it('reads it again, and no other', async () => {
      const { root, directory, source } = openedWithNeurons('5:131', '5:132', '51:131');
      const neuron = await neuronOf(directory, '5:131');
      const others = [await neuronOf(directory, '5:132'), await neuronOf(directory, '51:131')];
      for (const each of [neuron, ...others]) await directory.row(each);
      source.read.length = 0;

      put(root, '5/131.jsonl', simpleNeuron('5:131', ' changed', 0.5));
      directory.changed('5', '131.jsonl');
      assert.equal(directory.knownRow(neuron), undefined);
      for (const other of others) assert.ok(directory.knownRow(other));
      assert.equal(await textOf(neuron), ' changed');
      for (const other of others) await directory.row(other);
      assert.deepEqual(source.read, [join(root, '5/131.jsonl')]);
    });

    it('lists its layer again, and no other', async () => {
      const { root, directory, source } = openedWithNeurons('5:131', '51:131');
      const [layer, other] = await directory.layers();
      await directory.neurons(layer!);
      await directory.neurons(other!);
      source.listed.length = 0;

      put(root, '5/132.jsonl', simpleNeuron('5:132', ' new', 0.5));
      directory.changed('5', '132.jsonl');
      assert.deepEqual(idsOf(await directory.neurons(layer!)), ['5:131', '5:132']);
      await directory.neurons(other!);
      await directory.layers();
      assert.deepEqual(source.listed, [join(root, '5')]);
    });

    it('does not take what was being read meanwhile for the new content', async () => {
      const { root, directory, source } = openedWithNeurons('5:131');
      const neuron = await neuronOf(directory, '5:131');
      const release = source.hold(join(root, '5/131.jsonl'));
      const former = directory.row(neuron);
      await new Promise((resolve) => setTimeout(resolve, 20));
      put(root, '5/131.jsonl', simpleNeuron('5:131', ' changed', 0.5));
      directory.changed('5', '131.jsonl');
      release();
      assert.equal((await former).explanations[0]?.text, ' neuron 5:131');
      assert.equal(directory.knownRow(neuron), undefined);
      assert.equal(await textOf(neuron), ' changed');
      assert.equal(directory.knownRow(neuron)?.explanations[0]?.text, ' changed');
    });
  });

  it('told that a layer changed, forgets its list and rows, and no others', async () => {
    const { root, directory } = openedWithNeurons('5:131', '51:131');
    const neuron = await neuronOf(directory, '5:131');
    const other = await neuronOf(directory, '51:131');
    await directory.row(neuron);
    await directory.row(other);
    rmSync(join(root, '5/131.jsonl'));
    put(root, '5/7.jsonl', simpleNeuron('5:7', ' seven', 0.5));
    directory.changed('5');
    assert.equal(directory.knownRow(neuron), undefined);
    assert.ok(directory.knownRow(other));
    const [layer] = await directory.layers();
    assert.deepEqual(idsOf(await directory.neurons(layer!)), ['5:7']);
  });

  it('told that a layer came or went, lists the layers again', async () => {
    const { root, directory } = openedWithNeurons('5:131');
    await directory.layers();
    put(root, '6/1.jsonl', simpleNeuron('6:1', ' six', 0.5));
    directory.changed('6');
    assert.equal((await directory.layers()).length, 2);
  });

  it('told that anything may have changed, forgets all', async () => {
    const { root, directory, source } = openedWithNeurons('5:131', '51:131');
    for (const id of ['5:131', '51:131']) await directory.row(await neuronOf(directory, id));
    source.read.length = source.listed.length = 0;
    directory.changed();
    for (const id of ['5:131', '51:131']) {
      const neuron = await neuronOf(directory, id);
      assert.equal(directory.knownRow(neuron), undefined);
      await directory.row(neuron);
    }
    assert.deepEqual(source.listed, [root, join(root, '5'), join(root, '51')]);
    assert.equal(source.read.length, 2);
  });
});

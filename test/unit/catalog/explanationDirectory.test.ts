import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ExplanationDirectory,
  neuronId,
  neuronUri,
} from '../../../src/catalog/explanationDirectory.ts';
import { listAll } from '../../../src/catalog/listAll.ts';
import { FileError } from '../../../src/files/fileSource.ts';
import { localFileSource } from '../../../src/files/localFileSource.ts';
import { idsOf, neuronOf, openedWith, openedWithNeurons } from './support/directory.ts';
import type { NeuronRow } from '../../../src/catalog/neuronRow.ts';
import { put } from './support/folders.ts';
import { simpleNeuron } from './support/neuronText.ts';

const row: NeuronRow = { explanations: [], failure: 'it is empty', problems: [], problemCount: 1 };

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
  });

  it('lists each thing once', async () => {
    const { directory, source } = openedWithNeurons('5:131', '5:742', '6:1');
    const neuron = await neuronOf(directory, '5:131');
    assert.equal(await neuronOf(directory, '5:131'), neuron);
    assert.equal(source.listed.length, 3);
    assert.equal(source.read.length, 0);
  });

  it('knows the row of a neuron once its catalog does, by the names of its place', async () => {
    const { directory } = openedWith({ '007/0131.jsonl': '', '7/131.jsonl': '' });
    const all = await listAll([directory]);
    assert.deepEqual(
      all.map((neuron) => directory.knownRow(neuron)),
      [undefined, undefined],
    );
    const { layer, file } = all[0]!;
    assert.equal(layer.name, '007');
    const id = directory.catalog.set(layer, file.name, { size: 0, modified: 1 }, row, 'exact');
    assert.deepEqual(directory.knownRow(all[0]!), row);
    assert.equal(directory.knownRow(all[1]!), undefined);
    assert.deepEqual(directory.refOf(id), all[0]);
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
  });

  it('told that a layer changed, forgets its list', async () => {
    const { root, directory } = openedWithNeurons('5:131', '51:131');
    await neuronOf(directory, '5:131');
    rmSync(join(root, '5/131.jsonl'));
    put(root, '5/7.jsonl', simpleNeuron('5:7', ' seven', 0.5));
    directory.changed('5');
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

  it('told that anything may have changed, lists all again', async () => {
    const { root, directory, source } = openedWithNeurons('5:131', '51:131');
    await listAll([directory]);
    source.listed.length = 0;
    directory.changed();
    await listAll([directory]);
    assert.deepEqual(source.listed, [root, join(root, '5'), join(root, '51')]);
  });
});

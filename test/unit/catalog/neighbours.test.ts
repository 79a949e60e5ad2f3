import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ExplanationDirectory,
  neuronId,
  type NeuronRef,
} from '../../../src/catalog/rows/explanationDirectory.ts';
import { findNeuron, neighbour } from '../../../src/catalog/rows/neighbours.ts';
import { FileError } from '../../../src/files/fileSource.ts';
import { neuronOf, openedWith, openedWithNeurons } from './support/directory.ts';

async function besides(directory: ExplanationDirectory, id: string) {
  const neuron = await neuronOf(directory, id);
  return idsBeside(neuron);
}

async function idsBeside(neuron: NeuronRef) {
  const [before, after] = [await neighbour(neuron, -1), await neighbour(neuron, 1)];
  return [before && neuronId(before), after && neuronId(after)];
}

describe('the neighbours of a neuron', () => {
  it('are those of its layer, by number', async () => {
    const { directory } = openedWithNeurons('5:17', '5:131', '5:1377');
    assert.deepEqual(await besides(directory, '5:131'), ['5:17', '5:1377']);
  });

  it('are in adjacent layers at the ends of its own', async () => {
    const { directory } = openedWithNeurons('2:1', '2:9', '5:4', '11:3', '11:7');
    assert.deepEqual(await besides(directory, '5:4'), ['2:9', '11:3']);
  });

  it('do not exist at the ends of the directory', async () => {
    const { directory } = openedWithNeurons('2:1', '2:9');
    assert.deepEqual(await besides(directory, '2:1'), [undefined, '2:9']);
    assert.deepEqual(await besides(directory, '2:9'), ['2:1', undefined]);
  });

  it('skip empty layers and layers that cannot be listed', async () => {
    const { directory, source, root } = openedWith({
      '1/1.jsonl': '',
      '2/': '',
      '3/1.jsonl': '',
      '4/5.jsonl': '',
      '5/1.jsonl': '',
      '6/': '',
    });
    for (const layer of ['3', '5']) source.fail(join(root, layer));
    assert.deepEqual(await besides(directory, '4:5'), ['1:1', undefined]);
  });

  it('are those of its number, if its file is deleted', async () => {
    const { directory, root } = openedWithNeurons('2:9', '5:17', '5:131', '5:1377', '6:1');
    const [first, middle, last] = [
      await neuronOf(directory, '5:17'),
      await neuronOf(directory, '5:131'),
      await neuronOf(directory, '5:1377'),
    ];
    rmSync(join(root, '5/131.jsonl'));
    directory.changed();
    assert.deepEqual(await idsBeside(middle), ['5:17', '5:1377']);
    rmSync(join(root, '5/1377.jsonl'));
    directory.changed();
    assert.deepEqual(await idsBeside(last), ['5:17', '6:1']);
    rmSync(join(root, '5/17.jsonl'));
    directory.changed();
    for (const neuron of [first, middle, last]) {
      assert.deepEqual(await idsBeside(neuron), ['2:9', '6:1']);
    }
  });

  it('are those of its layer’s number, if its layer is deleted', async () => {
    const { directory, root } = openedWithNeurons('2:1', '5:4', '11:3');
    const neuron = await neuronOf(directory, '5:4');
    rmSync(join(root, '5'), { recursive: true });
    directory.changed();
    assert.deepEqual(await idsBeside(neuron), ['2:1', '11:3']);
    rmSync(join(root, '11'), { recursive: true });
    directory.changed();
    assert.deepEqual(await idsBeside(neuron), ['2:1', undefined]);
  });

  it('include both of two files with the same number', async () => {
    const { directory } = openedWith({
      '5/6.jsonl': '',
      '5/007.jsonl': '',
      '5/7.jsonl': '',
      '5/8.jsonl': '',
    });
    const keys = [];
    let neuron: NeuronRef | undefined = await neuronOf(directory, '5:6');
    // No longer than needed: it must not go round for ever.
    while (neuron && keys.length < 9) {
      keys.push(neuron.unit.key);
      neuron = await neighbour(neuron, 1);
    }
    assert.deepEqual(keys, ['5/6.jsonl', '5/007.jsonl', '5/7.jsonl', '5/8.jsonl']);
  });

  it('are in zero-padded layers in numerical order', async () => {
    const { directory } = openedWith({ '010/1.jsonl': '', '9/1.jsonl': '', '2/1.jsonl': '' });
    assert.deepEqual(await besides(directory, '9:1'), ['2:1', '10:1']);
  });

  it('fail if the directory cannot be listed', async () => {
    const { directory, root } = openedWithNeurons('5:131');
    const neuron = await neuronOf(directory, '5:131');
    rmSync(root, { recursive: true });
    directory.changed();
    await assert.rejects(neighbour(neuron, 1), FileError);
  });
});

describe('finding a neuron by its ID', () => {
  const place = async (directory: ExplanationDirectory, layer: number, neuron: number) => {
    const found = await findNeuron(directory, { layer, neuron });
    return found?.unit.key;
  };

  it('finds it, also with leading zeros', async () => {
    const { directory } = openedWith({ '5/131.jsonl': '', '007/0003.jsonl': '' });
    assert.equal(await place(directory, 5, 131), '5/131.jsonl');
    assert.equal(await place(directory, 7, 3), '007/0003.jsonl');
  });

  it('finds it in the second of two folders with the same number', async () => {
    const { directory } = openedWith({ '07/1.jsonl': '', '7/2.jsonl': '' });
    assert.equal(await place(directory, 7, 2), '7/2.jsonl');
  });

  it('lists only its layer', async () => {
    const { directory, source, root } = openedWithNeurons('4:1', '5:1', '6:1');
    await place(directory, 5, 1);
    assert.deepEqual(source.listed, [root, join(root, '5')]);
  });

  it('finds nothing if there is none, or nothing can be listed', async () => {
    const { directory, source, root } = openedWithNeurons('5:131');
    assert.equal(await place(directory, 5, 132), undefined);
    assert.equal(await place(directory, 6, 131), undefined);
    directory.changed();
    source.fail(join(root, '5'));
    assert.equal(await place(directory, 5, 131), undefined);
    source.fail(root);
    directory.changed();
    assert.equal(await place(directory, 5, 131), undefined);
  });
});

import assert from 'node:assert/strict';
import { FileError } from '../../../src/files/fileSource.ts';
import {
  getNumericalSubdirs,
  getSortedNeuronIndicesFromExplanations,
  isNeuronFileName,
  listLayers,
  listNeurons,
} from '../../../src/format/directories.ts';
import { memorySource } from './memorySource.ts';

/** A folder `d` with these names in it; one that ends in `/` is a folder. */
function folder(...names: string[]) {
  const entries = names.map((name): [string, string | null] =>
    name.endsWith('/') ? [`d/${name.slice(0, -1)}`, null] : [`d/${name}`, ''],
  );
  return memorySource({ d: null, ...Object.fromEntries(entries) });
}

const notThere = memorySource({});

describe('getNumericalSubdirs', () => {
  it('gives folders named by digits, in numerical order', async () => {
    const source = folder(
      '10/',
      '9/',
      '100/',
      '2/',
      'x/',
      '1.5/',
      '-3/',
      '+4/',
      '1e3/',
      ' 5/',
      '/',
    );
    assert.deepEqual(await getNumericalSubdirs(source, 'd'), ['2', '9', '10', '100']);
  });

  it('leaves out files', async () => {
    assert.deepEqual(await getNumericalSubdirs(folder('11', '12.jsonl'), 'd'), []);
  });

  it('removes leading zeros, and returns duplicates', async () => {
    const source = folder('010/', '007/', '7/', '000/');
    assert.deepEqual(await getNumericalSubdirs(source, 'd'), ['0', '7', '7', '10']);
  });

  it('keeps all digits of a long number', async () => {
    const source = folder('123456789012345678902/', '123456789012345678901/');
    assert.deepEqual(await getNumericalSubdirs(source, 'd'), [
      '123456789012345678901',
      '123456789012345678902',
    ]);
  });

  it('rejects if there is no such folder', async () => {
    await assert.rejects(getNumericalSubdirs(notThere, 'd'), FileError);
  });
});

describe('getSortedNeuronIndicesFromExplanations', () => {
  it('gives the numbers before the first dots, in numerical order', async () => {
    const source = folder('10.jsonl', '9.jsonl', '100.jsonl');
    for (const layer of [5, '5'])
      await assert.rejects(getSortedNeuronIndicesFromExplanations(source, 'd', layer), FileError);
    const inLayer = memorySource({ 'd/5': null, 'd/5/10.jsonl': '', 'd/5/9.jsonl': '' });
    for (const layer of [5, '5']) {
      const found = await getSortedNeuronIndicesFromExplanations(inLayer, 'd', layer);
      assert.deepEqual(found, [9, 10]);
    }
  });

  it('counts anything with a number before the first dot, with duplicates', async () => {
    const names = [
      '4',
      '3.jsonl',
      '3.json',
      '5.jsonl.bak',
      '007.x',
      '.8',
      'x.9',
      '-1.jsonl',
      '1a.jsonl',
    ];
    const files = Object.fromEntries(names.map((name) => [`d/0/${name}`, '']));
    const source = memorySource({ 'd/0': null, ...files, 'd/0/6': null });
    const found = await getSortedNeuronIndicesFromExplanations(source, 'd', 0);
    assert.deepEqual(found, [3, 3, 4, 5, 6, 7]);
  });
});

describe('listLayers', () => {
  it('gives number and name of the folders that hold layers, in numerical order', async () => {
    const source = folder('10/', '007/', '9', 'x/', '8/', '7/', '1.jsonl/');
    assert.deepEqual(await listLayers(source, 'd'), [
      { layer: 7, name: '007' },
      { layer: 7, name: '7' },
      { layer: 8, name: '8' },
      { layer: 10, name: '10' },
    ]);
    const otherOrder = folder('7/', '8/', '007/', '10/');
    assert.deepEqual(await listLayers(otherOrder, 'd'), await listLayers(source, 'd'));
  });

  it('rejects if there is no such folder', async () => {
    await assert.rejects(listLayers(notThere, 'd'), FileError);
  });
});

describe('listNeurons', () => {
  it('gives number and name of the files that hold neurons, in numerical order', async () => {
    const source = folder(
      ...['10.jsonl', '9.jsonl', '007.jsonl', '7.jsonl', '3.json', '4.jsonl.bak', 'x.jsonl'],
      ...['5', '6.jsonl/', '.jsonl', '8.JSONL', '-2.jsonl', '11.jsonl.gz'],
    );
    assert.deepEqual(await listNeurons(source, 'd'), [
      { neuron: 7, name: '007.jsonl' },
      { neuron: 7, name: '7.jsonl' },
      { neuron: 9, name: '9.jsonl' },
      { neuron: 10, name: '10.jsonl' },
    ]);
  });

  it('rejects if there is no such folder', async () => {
    await assert.rejects(listNeurons(notThere, 'd'), FileError);
  });
});

describe('isNeuronFileName', () => {
  it('is true only for digits and .jsonl', () => {
    for (const name of ['0.jsonl', '131.jsonl', '007.jsonl'])
      assert.ok(isNeuronFileName(name), name);
    for (const name of [
      '.jsonl',
      '1.json',
      '1.jsonl ',
      'a1.jsonl',
      '1.jsonl\n',
      '١.jsonl',
      '1xjsonl',
    ])
      assert.ok(!isNeuronFileName(name), JSON.stringify(name));
  });
});

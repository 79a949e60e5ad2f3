import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ExplanationDirectory,
  neuronId,
  neuronUri,
} from '../../../src/catalog/rows/explanationDirectory.ts';
import { listAll } from '../../../src/catalog/rows/neighbours.ts';
import type { NeuronRow } from '../../../src/catalog/rows/neuronRow.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { FileError } from '../../../src/files/fileSource.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { idsOf, neuronOf, openedWith, openedWithNeurons } from './support/directory.ts';
import { unitOf } from './support/keys.ts';
import { simpleNeuron } from './support/neuronText.ts';

const rowSaying = (text: string): NeuronRow => ({
  explanations: [{ text, scores: [0.5, null, NaN], sequences: 2, tokens: 6 }],
  failure: undefined,
  problems: [],
  problemCount: 0,
});
const stamp = { size: 1, modified: 1 };

describe('an explanation directory', () => {
  it('lists layers and neurons in numerical order', async () => {
    const { directory } = openedWithNeurons('11:3', '5:742', '5:131', '5:17', '0:9');
    const layers = await directory.layers();
    assert.deepEqual(
      layers.map(({ key }) => key),
      ['0', '5', '11'],
    );
    assert.deepEqual(idsOf(await directory.neurons(layers[1]!)), ['5:17', '5:131', '5:742']);
  });

  it('has a neuron’s ID and path', async () => {
    const root = join(import.meta.dirname, '../../../samples/explanations');
    const directory = new ExplanationDirectory(
      pathToFileURL(root).href,
      localFileSource,
      root,
      openai,
    );
    const neuron = await neuronOf(directory, '5:131');
    assert.equal(neuronId(neuron), '5:131');
    assert.equal(neuronUri(neuron), pathToFileURL(join(root, '5/131.jsonl')).href);
  });

  it('uses numbers for a neuron’s ID, and names for its path', async () => {
    const { root, directory } = openedWith({ '007/0131.jsonl': simpleNeuron('7:131', 'x', 0.5) });
    const neuron = await neuronOf(directory, '7:131');
    assert.equal(neuronUri(neuron), pathToFileURL(join(root, '007/0131.jsonl')).href);
  });

  it('has URIs of all keys, encoded as VS Code does', () => {
    const { directory } = openedWith({});
    const said = directory.uriOf("a b/ü-._~/!'()*$&+,;=:@/%2f?#[]").slice(directory.uri.length);
    assert.equal(
      said,
      '/a%20b/%C3%BC-._~/%21%27%28%29%2A%24%26%2B%2C%3B%3D%3A%40/%252f%3F%23%5B%5D',
    );
  });

  it('lists each thing once', async () => {
    const { directory, source } = openedWithNeurons('5:131', '5:742', '6:1');
    const neuron = await neuronOf(directory, '5:131');
    const again = await neuronOf(directory, '5:131');
    assert.equal(neuron, again);
    await Promise.all([directory.layers(), directory.neurons(neuron.group)]);
    assert.equal(source.listed.length, 3);
    assert.equal(source.read.length, 0);
  });

  it('has the rows of its catalog', async () => {
    const { directory } = openedWith({ '05/0131.jsonl': '', '5/131.jsonl': '' });
    const [first, second] = await Promise.all(
      (await directory.layers()).map(async (layer) => (await directory.neurons(layer))[0]!),
    );
    assert.equal(directory.knownRow(first!), undefined);
    directory.catalog.list(first!.group, first!.unit.key, stamp);
    assert.equal(directory.knownRow(first!), undefined, 'listed only');
    const row = rowSaying(' a');
    directory.catalog.set(first!.group, first!.unit.key, stamp, row, 'provisional');
    assert.deepEqual(directory.knownRow(first!), row);
    assert.equal(directory.knownRow(second!), undefined, 'of the same numbers');
    directory.catalog.remove(first!.unit.key);
    assert.equal(directory.knownRow(first!), undefined, 'gone');
  });

  it('names the neurons of its catalog as its lists do', async () => {
    const { directory } = openedWith({ '007/0131.jsonl': '', '7/131.jsonl': '' });
    for (const layer of await directory.layers()) {
      for (const neuron of await directory.neurons(layer)) {
        const id = directory.catalog.list(layer, neuron.unit.key, stamp);
        assert.deepEqual(directory.refOf(id), neuron);
        assert.equal(neuronUri(directory.refOf(id)), neuronUri(neuron));
      }
    }
  });

  it('lists the keys of a layer once, into the catalog', async () => {
    const { root, directory, source } = openedWithNeurons('5:131', '5:7');
    const [layer] = await directory.layers();
    assert.equal(directory.has(unitOf('5/131.jsonl')), undefined, 'it was not listed yet');
    await Promise.all([directory.neurons(layer!), directory.neurons(layer!)]);
    assert.deepEqual(source.listed, [root, join(root, '5')]);
    const { catalog } = directory;
    assert.equal(catalog.tally('listed'), 2);
    assert.deepEqual(
      ['5/131.jsonl', '5/8.jsonl', '6/8.jsonl'].map((key) => directory.has(unitOf(key))),
      [true, false, false],
    );
  });

  it('has all layers and files of its catalog', async () => {
    const { directory } = openedWithNeurons('5:131', '6:1');
    const [layer, other] = await directory.layers();
    await listAll([directory]);
    const before = await directory.neurons(layer!);
    assert.equal(await directory.neurons(layer!), before, 'the same list where nothing changed');
    directory.catalog.list(layer!, '5/7.jsonl', { size: 1, modified: 1 });
    directory.catalog.remove('5/131.jsonl');
    await directory.removeLayer('6');
    assert.deepEqual(idsOf(await directory.neurons(layer!)), ['5:7']);
    assert.deepEqual(await directory.layers(), [layer]);
    assert.equal(directory.has(unitOf('6/1.jsonl')), false);
    assert.equal(other!.key, '6');
  });

  it('retries what failed', async () => {
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

  it('forgets all lists if anything may have changed', async () => {
    const { root, directory, source } = openedWithNeurons('5:131', '51:131');
    await listAll([directory]);
    source.listed.length = 0;
    directory.changed();
    await listAll([directory]);
    assert.deepEqual(source.listed, [root, join(root, '5'), join(root, '51')]);
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { listAll, readRows, type ScanProgress } from '../../../src/catalog/scan.ts';
import { idsOf, openedWith, openedWithNeurons } from './support/directory.ts';
import { simpleNeuron } from './support/neuronText.ts';

const many = Array.from({ length: 30 }, (_, n) => `5:${n}`);
const never = new AbortController().signal;

describe('a scan', () => {
  it('lists all neurons of all directories, in order', async () => {
    const one = openedWithNeurons('11:3', '5:742', '5:17');
    const two = openedWithNeurons('0:1');
    const listed = await listAll([one.directory, two.directory]);
    assert.deepEqual(idsOf(listed), ['5:17', '5:742', '11:3', '0:1']);
    assert.equal(listed[3]!.directory, two.directory);
  });

  it('passes over what cannot be listed', async () => {
    const one = openedWithNeurons('4:1', '5:1', '6:1');
    const two = openedWithNeurons('7:1');
    one.source.fail(join(one.root, '5'));
    two.source.fail(two.root);
    const listed = await listAll([one.directory, two.directory]);
    assert.deepEqual(idsOf(listed), ['4:1', '6:1']);
    one.source.fail(join(one.root, '5'), new TypeError('a fault'));
    await assert.rejects(listAll([one.directory]), TypeError);
  });

  it('lists a layer of hundreds of thousands', async () => {
    const { directory } = openedWith({ '0/': '' });
    const [layer] = await directory.layers();
    const count = 300_000;
    const refs = Array.from({ length: count }, (_, neuron) => ({
      directory,
      layer: layer!,
      file: { neuron, name: `${neuron}.jsonl` },
    }));
    directory.neurons = () => Promise.resolve(refs);
    assert.equal((await listAll([directory])).length, count);
  });

  it('reads all rows, and says how far it is', async () => {
    const { directory, source } = openedWithNeurons(...many);
    const neurons = await listAll([directory]);
    const progress: ScanProgress[] = [];
    await readRows(neurons, (step) => progress.push(step), never);
    for (const neuron of neurons) assert.ok(directory.knownRow(neuron));
    assert.deepEqual(
      progress,
      many.map((_, i) => ({ read: i + 1, total: 30 })),
    );
    assert.equal(source.most, 8);
  });

  it('reads nothing twice, and counts what is known as read', async () => {
    const { directory, source } = openedWithNeurons(...many);
    const neurons = await listAll([directory]);
    for (const neuron of neurons.slice(0, 10)) await directory.row(neuron);
    const progress: ScanProgress[] = [];
    await readRows(neurons, (step) => progress.push(step), never);
    assert.deepEqual(progress[0], { read: 11, total: 30 });
    assert.equal(source.read.length, 30);
    await readRows(neurons, () => assert.fail('there is nothing to read'), never);
    assert.equal(source.read.length, 30);
  });

  it('goes on after files that cannot be read', async () => {
    const { directory } = openedWith({
      '5/1.jsonl': 'broken',
      '5/2.jsonl': '',
      '5/3.jsonl': simpleNeuron('5:3', ' good', 0.5),
    });
    const neurons = await listAll([directory]);
    await readRows(neurons, () => {}, never);
    const failed = neurons.map((neuron) => directory.knownRow(neuron)?.failure !== undefined);
    assert.deepEqual(failed, [true, true, false]);
  });

  it('ends when it is aborted, and goes on from there the next time', async () => {
    const { directory, source } = openedWithNeurons(...many);
    const neurons = await listAll([directory]);
    const controller = new AbortController();
    await readRows(neurons, ({ read }) => read === 10 && controller.abort(), controller.signal);
    // Those that were being read are still read.
    assert.ok(source.read.length >= 10 && source.read.length <= 18, `${source.read.length} read`);
    await readRows(neurons, () => {}, never);
    assert.equal(source.read.length, 30);
  });

  it('reads nothing if it is aborted before', async () => {
    const { directory, source } = openedWithNeurons(...many);
    await readRows(await listAll([directory]), () => assert.fail(), AbortSignal.abort());
    assert.deepEqual(source.read, []);
  });
});

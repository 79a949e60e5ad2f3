import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { NeuronRef } from '../../../src/catalog/explanationDirectory.ts';
import { RowReader } from '../../../src/catalog/rowReader.ts';
import { listAll } from '../../../src/catalog/scan.ts';
import { idsOf, type Opened, openedWith, openedWithNeurons } from './support/directory.ts';
import { simpleNeuron } from './support/neuronText.ts';

const places = (layer: number, count: number) =>
  Array.from({ length: count }, (_, n) => `${layer}:${n}`);

/** A reader, and the news that it told. */
function reader() {
  const news: string[][] = [];
  let tell = () => {};
  const rows = new RowReader((neurons) => {
    news.push(idsOf(neurons));
    tell();
  });
  /** Resolves when as many neurons have been told of. */
  const told = async (count: number) => {
    while (news.flat().length < count) await new Promise<void>((resolve) => (tell = resolve));
    return news;
  };
  return { rows, news, told };
}

const layerOf = (neurons: readonly NeuronRef[], layer: number) =>
  neurons.filter((neuron) => neuron.layer.layer === layer);

const readIds = ({ root, source }: Opened) =>
  source.read.map((path) => path.slice(root.length + 1).replace(/^(\d+).(\d+)\.jsonl$/, '$1:$2'));

describe('reading rows in the background', () => {
  it('reads a group in its order, and tells of it', async () => {
    const opened = openedWithNeurons(...places(5, 12));
    const neurons = await listAll([opened.directory]);
    const { rows, told } = reader();
    rows.want('group', neurons);
    const news = await told(12);
    assert.deepEqual(readIds(opened), places(5, 12));
    assert.deepEqual(news.flat().toSorted(), places(5, 12).toSorted());
    for (const neuron of neurons) assert.ok(opened.directory.knownRow(neuron));
    rows.dispose();
  });

  it('leaves the list of who asks as it was', async () => {
    const { directory } = openedWithNeurons('5:1', '5:2', '5:3');
    const neurons = await listAll([directory]);
    const { rows, told } = reader();
    rows.want('group', neurons);
    assert.deepEqual(idsOf(neurons), ['5:1', '5:2', '5:3']);
    await told(3);
    rows.dispose();
  });

  it('tells of many at a time', async () => {
    const { directory } = openedWithNeurons(...places(5, 40));
    const { rows, told } = reader();
    rows.want('group', await listAll([directory]));
    const news = await told(40);
    assert.ok(news.length <= 3, `told ${news.length} times`);
    rows.dispose();
  });

  it('reads the group asked for last before the others', async () => {
    const opened = openedWithNeurons(...places(1, 10), ...places(2, 10), ...places(3, 10));
    const neurons = await listAll([opened.directory]);
    const { rows, told } = reader();
    for (const layer of [1, 2, 3]) rows.want(`layer ${layer}`, layerOf(neurons, layer));
    await told(30);
    // What is asked for first is begun at once, as far as files are read at a time.
    const [begun, later] = [readIds(opened).slice(0, 4), readIds(opened).slice(4)];
    assert.deepEqual(begun, places(1, 4));
    assert.deepEqual(later, [...places(3, 10), ...places(2, 10), ...places(1, 10).slice(4)]);
    rows.dispose();
  });

  it('puts a group first that is asked for again', async () => {
    const opened = openedWithNeurons(...places(1, 10), ...places(2, 10));
    const neurons = await listAll([opened.directory]);
    const { rows, told } = reader();
    rows.want('one', layerOf(neurons, 1));
    rows.want('two', layerOf(neurons, 2));
    rows.want('one', layerOf(neurons, 1));
    await told(20);
    assert.deepEqual(readIds(opened), [...places(1, 10), ...places(2, 10)]);
    rows.dispose();
  });

  it('reads nothing twice', async () => {
    const opened = openedWithNeurons(...places(5, 10));
    const neurons = await listAll([opened.directory]);
    const { rows, told } = reader();
    await opened.directory.row(neurons[7]!);
    rows.want('one', neurons);
    rows.want('two', neurons);
    rows.want('one', neurons);
    const news = await told(9);
    assert.ok(!news.flat().includes('5:7'));
    rows.want('three', neurons);
    assert.deepEqual(readIds(opened).toSorted(), places(5, 10));
    rows.dispose();
  });

  it('reads no more of a group that is forgotten', async () => {
    const opened = openedWithNeurons(...places(1, 20), ...places(2, 3));
    const neurons = await listAll([opened.directory]);
    const { rows, told } = reader();
    rows.want('one', layerOf(neurons, 1));
    rows.forget('one');
    rows.want('two', layerOf(neurons, 2));
    await told(7);
    assert.deepEqual(readIds(opened), [...places(1, 4), ...places(2, 3)]);
    rows.dispose();
  });

  it('reads a few files at a time', async () => {
    const { directory, source } = openedWithNeurons(...places(5, 20));
    const { rows, told } = reader();
    rows.want('group', await listAll([directory]));
    await told(20);
    assert.equal(source.most, 4);
    rows.dispose();
  });

  it('goes on after files that cannot be read', async () => {
    const opened = openedWith({
      ...Object.fromEntries(places(1, 6).map((id) => [`${id.replace(':', '/')}.jsonl`, 'broken'])),
      '2/0.jsonl': simpleNeuron('2:0', ' good', 0.5),
      '2/1.jsonl': simpleNeuron('2:1', ' good', 0.5),
    });
    opened.source.fail(join(opened.root, '2/0.jsonl'), new TypeError('a fault'));
    const neurons = await listAll([opened.directory]);
    const { rows, told } = reader();
    rows.want('group', neurons);
    await told(8);
    const failures = neurons.map((neuron) => opened.directory.knownRow(neuron)?.failure);
    assert.equal(failures.filter((failure) => failure !== undefined).length, 7);
    assert.equal(failures.at(-1), undefined);
    rows.dispose();
  });

  it('begins anew after it had nothing to do', async () => {
    const opened = openedWithNeurons(...places(5, 6));
    const { rows, told } = reader();
    for (const [i, neuron] of (await listAll([opened.directory])).entries()) {
      rows.want('group', [neuron]);
      assert.deepEqual((await told(i + 1)).at(-1), [`5:${i}`]);
    }
    rows.dispose();
  });

  it('reads and tells nothing once it is disposed of', async () => {
    const opened = openedWithNeurons(...places(5, 20));
    const { rows, news } = reader();
    const release = opened.source.hold(join(opened.root, '5/0.jsonl'));
    rows.want('group', await listAll([opened.directory]));
    rows.dispose();
    release();
    await new Promise((resolve) => setTimeout(resolve, 250));
    assert.equal(opened.source.read.length, 4);
    assert.deepEqual(news, []);
  });

  it('does not tell of what it has read once it is disposed of', async () => {
    const opened = openedWithNeurons('5:0');
    const neurons = await listAll([opened.directory]);
    const { rows, news } = reader();
    rows.want('group', neurons);
    while (!opened.directory.knownRow(neurons[0]!)) await new Promise((go) => setTimeout(go, 5));
    rows.dispose();
    await new Promise((resolve) => setTimeout(resolve, 250));
    assert.deepEqual(news, []);
  });
});

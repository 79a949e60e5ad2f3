import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../support/sourceFiles.ts';
import { openedWithNeurons } from '../support/directory.ts';
import { put } from '../support/folders.ts';
import { simpleNeuron } from '../support/neuronText.ts';
import { ageAll } from '../support/times.ts';
import { assertExact, build, builderOf, eventually, gate, pathsIn, textsIn } from './built.ts';

const neurons = ['5:1', '5:2', '6:1', '7:1'];

async function built() {
  const opened = openedWithNeurons(...neurons);
  ageAll(opened.root);
  await build(opened.directory);
  opened.source.read.length = 0;
  opened.directory.changed();
  return { ...opened, catalog: opened.directory.catalog };
}

describe('a catalog that is rebuilt', () => {
  it('reads nothing if nothing changed', async () => {
    const { directory, source, catalog } = await built();
    const version = catalog.version;
    await build(directory);
    assert.deepEqual(source.read, []);
    assert.equal(catalog.version, version);
  });

  it('reads only changed and new files', async () => {
    const { root, directory, source, catalog } = await built();
    put(root, '5/2.jsonl', simpleNeuron('5:2', ' changed', 0.5));
    put(root, '6/2.jsonl', simpleNeuron('6:2', ' new', 0.5));
    put(root, '8/1.jsonl', simpleNeuron('8:1', ' new layer', 0.5));
    await build(directory);
    const read = ['5/2', '6/2', '8/1'].map((path) => join(root, `${path}.jsonl`));
    assert.deepEqual(source.read.sort(), read);
    assert.equal(textsIn(catalog)['5/2.jsonl'], ' changed');
    assertExact(catalog, root);
  });

  it('lists a new layer once for events of many files', async () => {
    const { root, directory, catalog } = await built();
    const { builder } = builderOf(directory);
    await builder.start();
    await builder.finished();
    const keys = Array.from({ length: 20 }, (_, i) => `8/${i}.jsonl`);
    for (const [i, key] of keys.entries()) put(root, key, simpleNeuron(`8:${i}`, ' new', 0.5));
    const relist = directory.relistLayers.bind(directory);
    let looks = 0;
    directory.relistLayers = () => {
      looks++;
      return relist();
    };
    for (const key of keys) builder.touch('8', key);
    await builder.finished();
    assert.equal(looks, 1);
    assert.equal(catalog.countOf('8'), keys.length);
    builder.dispose();
  });

  it('has no deleted files or layers', async () => {
    const { root, directory, catalog } = await built();
    rmSync(join(root, '5/1.jsonl'));
    rmSync(join(root, '6'), { recursive: true });
    const { builder, listener } = builderOf(directory);
    await builder.start();
    await builder.finished();
    assert.deepEqual(pathsIn(catalog), ['5/2.jsonl', '7/1.jsonl']);
    assert.deepEqual([...new Set(listener.changes)].sort(), ['5', '6']);
  });

  it('has a layer whose last neuron was deleted', async () => {
    const { root, directory, catalog } = await built();
    rmSync(join(root, '6/1.jsonl'));
    await build(directory);
    assert.equal(catalog.countOf('6'), 0);
  });
});

describe('a catalog after change events', () => {
  it('reads a file that was changed, created or deleted', async () => {
    const { root, directory, source, catalog } = await built();
    const { builder } = builderOf(directory);
    put(root, '5/2.jsonl', simpleNeuron('5:2', ' changed', 0.5));
    put(root, '9/1.jsonl', simpleNeuron('9:1', ' new', 0.5));
    rmSync(join(root, '7/1.jsonl'));
    for (const [layer, file] of [
      ['5', '2'],
      ['9', '1'],
      ['7', '1'],
    ])
      builder.touch(layer!, `${layer}/${file}.jsonl`);
    await builder.finished();
    assert.equal(source.read.length, 2);
    assert.deepEqual(textsIn(catalog), {
      '5/1.jsonl': ' neuron 5:1',
      '5/2.jsonl': ' changed',
      '6/1.jsonl': ' neuron 6:1',
      '9/1.jsonl': ' new',
    });
  });

  it('has no deleted layer, and the new layer', async () => {
    const { root, directory, catalog } = await built();
    const { builder } = builderOf(directory);
    rmSync(join(root, '5'), { recursive: true });
    put(root, '8/1.jsonl', simpleNeuron('8:1', ' new', 0.5));
    for (const layer of ['5', '8']) {
      builder.touch(layer);
    }
    await builder.finished();
    assert.deepEqual(pathsIn(catalog), ['6/1.jsonl', '7/1.jsonl', '8/1.jsonl']);
    assert.equal(catalog.countOf('5'), undefined);
  });

  it('does not take content read before the change for the new one', async () => {
    const { root, directory, source, catalog } = await built();
    const reader = sourceFiles(source, root);
    const [started, release] = [gate(), gate()];
    let reads = 0;
    const { builder } = builderOf(directory, {
      parallel: 2,
      list: (layer) => reader.list(layer),
      read: async (layer, keys, how) => {
        const first = ++reads === 1;
        const readings = await reader.read(layer, keys, how);
        if (first) started.open();
        if (first) await release.opened;
        return readings;
      },
    });
    builder.touch('5', '5/1.jsonl');
    await started.opened;
    put(root, '5/1.jsonl', simpleNeuron('5:1', ' changed', 0.5));
    builder.touch('5', '5/1.jsonl');
    // Whoever is free now does what there is to do, one after the other, before the first is done.
    put(root, '6/1.jsonl', simpleNeuron('6:1', ' changed', 0.5));
    builder.touch('6', '6/1.jsonl');
    await eventually(() => textsIn(catalog)['6/1.jsonl'] === ' changed');
    release.open();
    await builder.finished();
    assert.equal(textsIn(catalog)['5/1.jsonl'], ' changed');
    assertExact(catalog, root);
  });

  it('keeps a file that was created while its layer was being listed', async () => {
    const { root, directory, source, catalog } = await built();
    const { builder } = builderOf(directory);
    source.listed.length = 0;
    const release = source.hold(join(root, '5'));
    await builder.start();
    await eventually(() => source.listed.includes(join(root, '5')));
    put(root, '5/3.jsonl', simpleNeuron('5:3', ' new', 0.5));
    builder.touch('5', '5/3.jsonl');
    await eventually(() => catalog.find('5/3.jsonl') !== undefined);
    release();
    await builder.finished();
    assert.equal(textsIn(catalog)['5/3.jsonl'], ' new');
  });
});

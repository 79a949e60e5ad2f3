import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../support/sourceFiles.ts';
import { openedWith, openedWithNeurons } from '../support/directory.ts';
import { put } from '../support/folders.ts';
import { simpleNeuron } from '../support/neuronText.ts';
import { age, ageAll } from '../support/times.ts';
import { build, builderOf, eventually, pathsIn, textsIn } from './built.ts';

const whole = simpleNeuron('5:1', ' whole', 0.5);
const cutOff = whole.slice(0, 100);

describe('a file that cannot be read', () => {
  it('is reported at once if it was written long ago', async () => {
    const { root, directory, source } = openedWith({ '5/1.jsonl': cutOff });
    ageAll(root);
    await build(directory);
    assert.match(textsIn(directory.catalog)['5/1.jsonl']!, /may be truncated/);
    assert.equal(source.read.length, 1);
  });

  it('is not reported at once if it may still be written, and is right in the end', async () => {
    const { root, directory, source } = openedWith({ '5/1.jsonl': cutOff });
    const { builder } = builderOf(directory);
    const release = source.hold(join(root, '5/1.jsonl'));
    await builder.start();
    await eventually(() => source.waiting === 1);
    put(root, '5/1.jsonl', whole);
    release();
    const releaseAgain = source.hold(join(root, '5/1.jsonl'));
    await eventually(() => source.read.length === 2);
    assert.equal(directory.catalog.state(0), 'listed');
    releaseAgain();
    await eventually(() => directory.catalog.tally('exact') === 1);
    assert.equal(textsIn(directory.catalog)['5/1.jsonl'], ' whole');
    builder.dispose();
  });

  it('is reported when it stays as it is', async () => {
    const { directory, source } = openedWith({ '5/1.jsonl': cutOff });
    const { builder } = builderOf(directory);
    await builder.start();
    await builder.finished();
    assert.equal(directory.catalog.tally('exact'), 0);
    await eventually(() => directory.catalog.tally('exact') === 1);
    assert.match(textsIn(directory.catalog)['5/1.jsonl']!, /may be truncated/);
    assert.equal(source.read.length, 2);
    builder.dispose();
  });

  it('keeps its old content while it is rewritten', async () => {
    const { root, directory } = openedWith({ '5/1.jsonl': whole });
    ageAll(root);
    await build(directory);
    truncateSync(join(root, '5/1.jsonl'), 100);
    const { builder } = builderOf(directory);
    builder.touch('5', '5/1.jsonl');
    await builder.finished();
    assert.equal(textsIn(directory.catalog)['5/1.jsonl'], ' whole');
    assert.equal(directory.catalog.state(0), 'provisional');
    age(join(root, '5/1.jsonl'));
    await eventually(() => directory.catalog.tally('exact') === 1);
    assert.match(textsIn(directory.catalog)['5/1.jsonl']!, /may be truncated/);
    builder.dispose();
  });

  it('is removed when it is deleted', async () => {
    const { directory } = openedWith({ '5/1.jsonl': cutOff });
    const { builder } = builderOf(directory);
    builder.touch('5', '5/1.jsonl');
    builder.touch('5', '5/2.jsonl');
    await builder.finished();
    assert.deepEqual(pathsIn(directory.catalog), ['5/1.jsonl']);
    builder.dispose();
  });
});

describe('a failed listing', () => {
  it('of a layer is skipped, and its rows stay', async () => {
    const { root, directory, source } = openedWithNeurons('5:1', '6:1', '7:1');
    ageAll(root);
    source.fail(join(root, '6'));
    await build(directory);
    assert.deepEqual(pathsIn(directory.catalog), ['5/1.jsonl', '7/1.jsonl']);
    source.mend(join(root, '6'));
    await build(directory);
    source.fail(join(root, '6'));
    await build(directory);
    assert.deepEqual(pathsIn(directory.catalog), ['5/1.jsonl', '6/1.jsonl', '7/1.jsonl']);
  });

  it('of the directory leaves the catalog unchanged', async () => {
    const { root, directory, source } = openedWithNeurons('5:1');
    ageAll(root);
    await build(directory);
    directory.changed();
    source.fail(root);
    const { builder, listener } = builderOf(directory);
    await builder.start();
    await builder.finished();
    assert.deepEqual(pathsIn(directory.catalog), ['5/1.jsonl']);
    assert.deepEqual(listener.faults, []);
  });
});

describe('a bug in a reader', () => {
  it('is reported, and the rest continues', async () => {
    const { root, directory, source } = openedWithNeurons('5:1', '6:1', '7:1');
    ageAll(root);
    const reader = sourceFiles(source, root);
    const fault = new TypeError('a fault');
    const { builder, listener } = builderOf(directory, {
      parallel: 2,
      list: (layer) => (layer.key === '5' ? Promise.reject(fault) : reader.list(layer)),
      read: (layer, keys, how) =>
        layer.key === '6' && how === 'exact'
          ? Promise.reject(fault)
          : reader.read(layer, keys, how),
    });
    await builder.start();
    await builder.finished();
    assert.deepEqual(listener.faults, [fault, fault]);
    assert.deepEqual(textsIn(directory.catalog), {
      '6/1.jsonl': undefined,
      '7/1.jsonl': ' neuron 7:1',
    });
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CatalogReader } from '../../../../src/catalog/build/catalogReader.ts';
import { sourceFiles } from '../support/sourceFiles.ts';
import { type Opened, openedWithNeurons } from '../support/directory.ts';
import { ageAll } from '../support/times.ts';
import { assertExact, builderOf, eventually, gate } from './built.ts';

const layers = ['3', '4', '5', '6'];

/** Layers of two batches each. */
function opened(): Opened {
  const neurons = layers.flatMap((layer) => Array.from({ length: 70 }, (_, i) => `${layer}:${i}`));
  const all = openedWithNeurons(...neurons);
  ageAll(all.root);
  return all;
}

/** Reads batches, and notes of which layer; `before` each it may do something. */
function notingReader({ directory, source }: Opened, parallel: number, before = (_: number) => {}) {
  const reader = sourceFiles(source, directory.path);
  const order: string[] = [];
  const noting: CatalogReader = {
    parallel,
    list: (layer) => reader.list(layer),
    read: (layer, keys, how) => {
      if (how === 'exact') {
        before(order.length);
        order.push(layer.key);
      }
      return reader.read(layer, keys, how);
    },
  };
  return { noting, order };
}

describe('a catalog is built', () => {
  it('first with the wanted layer', async () => {
    const all = opened();
    const { noting, order } = notingReader(all, 1);
    const { builder } = builderOf(all.directory, noting);
    builder.want('5');
    await builder.start();
    await builder.finished();
    assert.equal(order.length, 8);
    assert.deepEqual(order.slice(0, 2), ['5', '5']);
  });

  it('first with the wanted layer, even if others are listed before it', async () => {
    const all = opened();
    const { noting, order } = notingReader(all, 2);
    const otherRead = gate();
    const wantedRead = gate();
    const { builder } = builderOf(all.directory, {
      ...noting,
      list: async (layer) => {
        if (layer.key === '5') await otherRead.opened;
        return noting.list(layer);
      },
      read: async (layer, keys, how) => {
        const reading = noting.read(layer, keys, how);
        if (how === 'exact' && layer.key === '5') wantedRead.open();
        else if (how === 'exact') {
          otherRead.open();
          await wantedRead.opened;
        }
        return reading;
      },
    });
    builder.want('5');
    await builder.start();
    await builder.finished();
    assert.deepEqual(order.slice(0, 2), ['3', '5']);
    assert.equal(order.length, 8);
  });

  it('next with a layer that becomes wanted', async () => {
    const all = opened();
    const { noting, order } = notingReader(all, 1, (read) => {
      if (read === 0) builder.want('6');
    });
    const { builder } = builderOf(all.directory, noting);
    await builder.start();
    await builder.finished();
    assert.deepEqual(order.slice(0, 3), ['3', '6', '6']);
  });

  it('until paused, and resumes without reading anything twice', async () => {
    const all = opened();
    const { source, directory } = all;
    const { noting } = notingReader(all, 2, (read) => {
      if (read === 2) builder.pause();
    });
    const { builder, listener } = builderOf(directory, noting);
    await builder.start();
    await builder.finished();
    const read = source.read.length;
    assert.ok(read > 0 && read < 280, String(read));
    assert.equal(directory.catalog.tally('exact'), read, 'what was read is kept');
    assert.ok(builder.paused && !builder.busy);
    assert.equal(listener.idles, 1);
    builder.touch('3', '3/0.jsonl');
    assert.equal(source.read.length, read, 'not while it is paused');
    builder.resume();
    assert.ok(builder.busy && !builder.paused);
    await builder.finished();
    assert.equal(directory.catalog.tally('exact'), 280);
    assertExact(directory.catalog, all.root);
    const twice = source.read.filter((path, i) => source.read.indexOf(path) !== i);
    assert.deepEqual(twice, [join(all.root, '3/0.jsonl')], 'that which was told of');
    assert.equal(listener.idles, 2);
  });

  it('no further when disposed, even during work', async () => {
    const all = opened();
    const release = all.source.hold(join(all.root, '3/0.jsonl'));
    const { builder, listener } = builderOf(all.directory);
    await builder.start();
    await eventually(() => all.source.read.includes(join(all.root, '3/0.jsonl')));
    builder.dispose();
    const { version } = all.directory.catalog;
    const changes = listener.changes.length;
    release();
    await builder.finished();
    builder.touch('3', '3/0.jsonl');
    await builder.finished();
    assert.equal(all.directory.catalog.version, version);
    assert.equal(listener.changes.length, changes);
    assert.deepEqual(listener.faults, []);
  });

  it('no further when disposed before the layers are listed', async () => {
    const all = opened();
    const { builder } = builderOf(all.directory);
    const starting = builder.start();
    builder.dispose();
    await starting;
    await builder.finished();
    assert.equal(all.directory.catalog.size, 0);
  });

  it('and reports when everything is listed', async () => {
    const all = opened();
    const release = all.source.hold(join(all.root, '6'));
    const { builder } = builderOf(all.directory);
    assert.ok(!builder.listed && !builder.busy);
    await builder.start();
    assert.ok(!builder.listed && builder.busy);
    release();
    await builder.finished();
    assert.ok(builder.listed && !builder.busy);
  });
});

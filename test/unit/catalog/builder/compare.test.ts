import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogReader } from '../../../../src/catalog/build/catalogReader.ts';
import { sourceFiles } from '../support/sourceFiles.ts';
import { openedWithNeurons } from '../support/directory.ts';
import { folderWith, put } from '../support/folders.ts';
import { simpleNeuron } from '../support/neuronText.ts';
import { ageAll } from '../support/times.ts';
import { assertExact, builderOf, pathsIn, textsIn } from './built.ts';

const never = () => false;

/** A directory whose builder is told of nothing from here on. */
async function untold(...places: readonly string[]) {
  const opened = openedWithNeurons(...places);
  const { root, source, directory } = opened;
  ageAll(root);
  const own = sourceFiles(source, root);
  const lists: { layer: string; changed: boolean }[] = [];
  const reader: CatalogReader = {
    parallel: own.parallel,
    read: (...args) => own.read(...args),
    async list(layer, known) {
      const listing = await own.list(layer, known);
      lists.push({ layer: layer.key, changed: listing !== undefined });
      return listing;
    },
  };
  const { builder, listener } = builderOf(directory, reader);
  await builder.start();
  await builder.finished();
  const compare = async (isOver = never) => {
    lists.length = 0;
    await builder.compare(isOver);
    await builder.finished();
  };
  const layers = async () => (await directory.layers()).map(({ key }) => key);
  return { ...opened, catalog: directory.catalog, builder, listener, lists, compare, layers };
}

describe('a catalog that is compared with the disk', () => {
  it('finds created, changed or deleted files without events', async () => {
    const { root, catalog, directory, compare, builder } = await untold('5:1', '5:2', '6:1');
    put(root, '5/2.jsonl', simpleNeuron('5:2', ' changed', 0.5));
    put(root, '6/7.jsonl', simpleNeuron('6:7', ' new', 0.5));
    rmSync(join(root, '6/1.jsonl'));
    await compare();
    assertExact(catalog, root);
    const [, layer] = await directory.layers();
    const keys = (await directory.neurons(layer!)).map(({ unit }) => unit.key);
    assert.deepEqual(keys, ['6/7.jsonl'], 'what is listed is what the catalog has');
    builder.dispose();
  });

  it('finds created, deleted or renamed layers', async () => {
    const { root, catalog, compare, layers, builder, listener } = await untold('5:1', '6:1');
    listener.changes.length = 0;
    renameSync(join(root, '5'), join(root, '9'));
    rmSync(join(root, '6'), { recursive: true });
    put(root, '12/3.jsonl', simpleNeuron('12:3', ' new', 0.5));
    await compare();
    assert.deepEqual(pathsIn(catalog), ['9/1.jsonl', '12/3.jsonl']);
    assert.deepEqual(await layers(), ['9', '12']);
    assert.deepEqual([...new Set(listener.changes)].sort(), ['12', '5', '6', '9']);
    builder.dispose();
  });

  it('finds a layer that was replaced by a symlink to another folder', async () => {
    const { root, catalog, compare, builder } = await untold('5:1', '5:2');
    const other = folderWith({ '1.jsonl': simpleNeuron('5:1', ' elsewhere', 0.5) });
    rmSync(join(root, '5'), { recursive: true });
    symlinkSync(other, join(root, '5'));
    await compare();
    assert.deepEqual(textsIn(catalog), { '5/1.jsonl': ' elsewhere' });
    builder.dispose();
  });

  it('needs no listing in this thread and no reading if nothing changed', async () => {
    const { compare, lists, catalog, source, listener, builder } = await untold('5:1', '6:1');
    source.read.length = 0;
    listener.changes.length = 0;
    const { version } = catalog;
    await compare();
    assert.deepEqual(
      lists.map(({ changed }) => changed),
      [false, false],
    );
    assert.equal(catalog.version, version);
    assert.deepEqual([source.read, listener.changes], [[], []]);
    builder.dispose();
  });

  it('compares all layers in turn if time is short, visible ones first', async () => {
    const { compare, lists, builder } = await untold('1:1', '2:1', '3:1', '4:1', '5:1');
    await compare();
    const some = async (count: number) => {
      await compare(() => lists.length >= count);
      return lists.map(({ layer }) => layer);
    };
    assert.deepEqual([...(await some(2)), ...(await some(2)), ...(await some(1))].length, 5);
    builder.want('4');
    const seen = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const [first, second] = await some(2);
      assert.equal(first, '4');
      seen.add(second!);
    }
    assert.deepEqual([...seen].sort(), ['1', '2', '3', '5']);
    builder.dispose();
  });

  it('compares folders that were written to first', async () => {
    const { root, compare, lists, builder } = await untold('1:1', '2:1', '3:1');
    await compare();
    put(root, '3/9.jsonl', simpleNeuron('3:9', ' new', 0.5));
    await compare(() => lists.length > 0);
    assert.deepEqual(lists[0], { layer: '3', changed: true });
    assert.equal(lists.length, 2, 'and one of the others in its turn');
    builder.dispose();
  });

  it('finds a file that came back unchanged while a read reported it deleted', async () => {
    const { root, catalog, compare, builder } = await untold('5:1', '5:2');
    const kept = folderWith({});
    cpSync(join(root, '5'), kept, { recursive: true, preserveTimestamps: true });
    rmSync(join(root, '5/2.jsonl'));
    builder.touch('5', '5/2.jsonl');
    await builder.finished();
    assert.deepEqual(pathsIn(catalog), ['5/1.jsonl']);
    cpSync(kept, join(root, '5'), { recursive: true, preserveTimestamps: true });
    await compare();
    assert.deepEqual(pathsIn(catalog), ['5/1.jsonl', '5/2.jsonl']);
    builder.dispose();
  });
});

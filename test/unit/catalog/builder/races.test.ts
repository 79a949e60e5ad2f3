import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogReader, FileReading } from '../../../../src/catalog/build/catalogReader.ts';
import { sourceFiles } from '../support/sourceFiles.ts';
import { openedWithNeurons } from '../support/directory.ts';
import { put } from '../support/folders.ts';
import { simpleNeuron } from '../support/neuronText.ts';
import { ageAll } from '../support/times.ts';
import type { CatalogBuilder } from '../../../../src/catalog/build/catalogBuilder.ts';
import { assertExact, builderOf, eventually, gate, pathsIn, textsIn } from './built.ts';

/** A directory with a reader that can be held at a listing that has been made, and not yet come. */
function heldListings(...places: readonly string[]) {
  const opened = openedWithNeurons(...places);
  ageAll(opened.root);
  const own = sourceFiles(opened.source, opened.root);
  const gates: ReturnType<typeof gate>[] = [];
  let asked = 0;
  let lists = 0;
  let readings = 0;
  const reader: CatalogReader = {
    parallel: 4,
    async list(layer) {
      asked++;
      const listing = await own.list(layer);
      await gates[lists++]?.opened;
      return listing;
    },
    async read(layer, keys, how) {
      readings++;
      return own.read(layer, keys, how).finally(() => readings--);
    },
  };
  const hold = (): (() => void) => {
    const made = gate();
    gates.push(made);
    return made.open;
  };
  return {
    ...opened,
    reader,
    hold,
    asked: () => asked,
    lists: () => lists,
    reading: () => readings > 0,
  };
}

describe('a late listing', () => {
  /** A file that was gone when its layer was listed, and is back before the listing comes. */
  async function goneAndBack(say: (builder: CatalogBuilder) => void, listings: number) {
    const { root, directory, source, reader, hold, asked, lists, reading } = heldListings(
      '5:1',
      '5:2',
    );
    const { builder, listener } = builderOf(directory, reader);
    hold()();
    await builder.start();
    await builder.finished();
    const release = hold();
    rmSync(join(root, '5/2.jsonl'));
    builder.touch('5');
    await eventually(() => lists() === 2);
    put(root, '5/2.jsonl', simpleNeuron('5:2', ' two', 0.5));
    ageAll(root);
    const reads = source.read.length;
    say(builder);
    assert.equal(asked(), 2, 'a layer is not listed twice at a time');
    if (listings === 2) await eventually(() => source.read.length > reads && !reading());
    release();
    await builder.finished();
    assert.equal(lists(), listings);
    assertExact(directory.catalog, root);
    assert.deepEqual(textsIn(directory.catalog), {
      '5/1.jsonl': ' neuron 5:1',
      '5/2.jsonl': ' two',
    });
    assert.deepEqual(listener.faults, []);
    builder.dispose();
  }

  it('is repeated if its layer has changed, but never twice at a time', () =>
    goneAndBack((builder) => builder.touch('5'), 3));

  it('does not affect a file that has changed meanwhile', () =>
    goneAndBack((builder) => builder.touch('5', '5/2.jsonl'), 2));

  it('does not bring back a deleted layer', async () => {
    const { root, directory, reader, hold, lists } = heldListings('5:1', '6:1');
    const { builder } = builderOf(directory, reader);
    await builder.start();
    await builder.finished();
    hold();
    hold();
    const release = hold();
    builder.touch('5');
    await eventually(() => lists() === 3);
    rmSync(join(root, '5'), { recursive: true });
    directory.changed();
    await builder.start();
    release();
    await eventually(() => !builder.busy || lists() > 4);
    await builder.finished();
    assert.deepEqual(pathsIn(directory.catalog), ['6/1.jsonl']);
    assert.deepEqual(
      directory.catalog.layers.map(({ key }) => key),
      ['6'],
    );
    builder.dispose();
  });
});

describe('a late first answer', () => {
  it('does not replace rows that were read since', async () => {
    const { root, directory, source } = openedWithNeurons('5:1');
    ageAll(root);
    const own = sourceFiles(source, root);
    const { opened, open } = gate();
    const old: FileReading = {
      key: '5/1.jsonl',
      stamp: { size: 7, modified: 7 },
      row: { explanations: [], failure: undefined, problems: [], problemCount: 0 },
    };
    const { builder } = builderOf(directory, {
      parallel: 4,
      list: async (layer) => {
        const { keys, modified } = (await own.list(layer))!;
        // As large as a file of which there is a first answer.
        return { keys, sizes: keys.map(() => 1_000_000), modified };
      },
      read: async (layer, keys, how) => {
        if (how === 'exact') return own.read(layer, keys, how);
        await opened;
        return [old];
      },
    });
    await builder.start();
    await eventually(() => directory.catalog.tally('exact') === 1);
    open();
    await builder.finished();
    assertExact(directory.catalog, root);
    builder.dispose();
  });
});

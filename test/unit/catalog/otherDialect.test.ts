import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CatalogReader, failedReading } from '../../../src/catalog/build/catalogReader.ts';
import { readCatalog } from '../../../src/catalog/parquet/readCatalog.ts';
import { writeCatalog } from '../../../src/catalog/parquet/writeCatalog.ts';
import { Catalog } from '../../../src/catalog/rows/catalog.ts';
import { explanationLines } from '../../../src/catalog/rows/csv.ts';
import {
  ExplanationDirectory,
  neuronId,
  neuronUri,
} from '../../../src/catalog/rows/explanationDirectory.ts';
import { noNote } from '../../../src/catalog/rows/neuronNotes.ts';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { searchExplanations } from '../../../src/catalog/search/search.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { FileError, type FileStamp } from '../../../src/files/fileSource.ts';
import { letterKeys, lettersOf } from '../dialects/letters.ts';
import { memorySource } from '../format/memorySource.ts';
import { build, builderOf, eventually, pathsIn, textsIn } from './builder/built.ts';
import { rowWith } from './support/madeRow.ts';
import { seeded } from './support/rows.ts';

const stamp = { size: 1, modified: 1 };
const uri = 'letters:/run';
/** In the order of their numbers. */
const keys = ['a-b', 'b-C', 'b-c', 'b-z', 'b-aa', 'aa-a'];

function set(catalog: Catalog, key: string, text = ` text of ${key}`): number {
  return catalog.set(letterKeys.unit(key)!.group, key, stamp, rowWith(text), 'exact');
}

function filled(): Catalog {
  const catalog = new Catalog(lettersOf([]));
  for (const key of keys.toReversed()) set(catalog, key);
  return catalog;
}

const textOf = (catalog: Catalog, key: string) =>
  catalog.row(catalog.find(key)!)?.explanations[0]?.text;

describe('a catalog of neurons whose keys have neither digits nor slashes', () => {
  it('has them by key, in the order of their numbers', () => {
    const catalog = filled();
    assert.deepEqual(pathsIn(catalog), keys);
    assert.deepEqual(
      catalog.layers.map(({ key }) => key),
      ['a', 'b', 'aa'],
    );
    assert.deepEqual(
      ['a', 'b', 'aa', 'c'].map((layer) => catalog.countOf(layer)),
      [1, 4, 1, undefined],
    );
    for (const key of keys) {
      const id = catalog.find(key)!;
      assert.equal(catalog.key(id), key);
      assert.deepEqual({ group: catalog.layer(id), unit: catalog.unit(id) }, letterKeys.unit(key));
      assert.equal(catalog.number(id), letterKeys.numberOf(key));
      assert.equal(textOf(catalog, key), ` text of ${key}`);
    }
    for (const key of ['b-d', 'c-c', 'b-Z', 'a-aa']) assert.equal(catalog.find(key), undefined);
  });

  it('distinguishes those with the same number when one is removed', async () => {
    const catalog = filled();
    catalog.remove('b-C');
    assert.deepEqual([catalog.find('b-C'), textOf(catalog, 'b-c')], [undefined, ' text of b-c']);
    await catalog.removeLayer('a');
    assert.deepEqual(pathsIn(catalog), ['b-c', 'b-z', 'b-aa', 'aa-a']);
  });

  it('equals a plain set', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abzAB'), minLength: 1, maxLength: 3 });
    const key = fc.tuple(word, word).map(([group, unit]) => `${group.toLowerCase()}-${unit}`);
    fc.assert(
      fc.property(fc.array(key), fc.array(key), (added, removed) => {
        const catalog = new Catalog(lettersOf([]));
        for (const each of added) set(catalog, each);
        for (const each of removed) catalog.remove(each);
        const left = new Set(added.filter((each) => !removed.includes(each)));
        assert.deepEqual(new Set(pathsIn(catalog)), left);
        for (const each of left) assert.equal(textOf(catalog, each), ` text of ${each}`);
      }),
      seeded,
    );
  });

  it('is read as it was saved, and not with the keys of another dialect', async () => {
    const catalog = filled();
    const bytes = await writeCatalog(catalog, uri);
    const read = new Catalog(lettersOf([]));
    await readCatalog(bytes, uri, letterKeys, read);
    assert.deepEqual(textsIn(read), textsIn(catalog));
    const refused = readCatalog(bytes, uri, openai, new Catalog(openai));
    await assert.rejects(refused, /expected the key of a neuron, found a-b/);
  });

  it('has their numbers and paths as CSV', () => {
    const catalog = filled();
    const [, ...lines] = explanationLines(catalog, catalog.inOrder());
    assert.deepEqual(
      lines.map((line) => [line[0], line[1], line.at(-1)]),
      keys.map((key) => {
        const { group, unit } = letterKeys.unit(key)!;
        return [group.number, unit.number, key];
      }),
    );
  });
});

/** A directory of another dialect, whose files are in memory. */
function opened() {
  const files = new Map<string, { readonly stamp: FileStamp; readonly text: string }>();
  for (const key of keys) files.set(key, { stamp, text: ` ${key}` });
  const dialect = lettersOf({ [Symbol.iterator]: () => files.keys() });
  const directory = new ExplanationDirectory(uri, memorySource({}), '/run', dialect);
  const read: string[] = [];
  /** Groups and units that cannot be read the next time. */
  const failing = new Set<string>();
  const reader: CatalogReader = {
    parallel: 2,
    list({ key: layer }) {
      if (failing.delete(layer)) return Promise.reject(busy(layer));
      const found = [...files].filter(([key]) => letterKeys.groupKeyOf(key) === layer);
      return Promise.resolve({
        keys: found.map(([key]) => key),
        sizes: found.map(([, file]) => file.stamp.size),
        modified: found.map(([, file]) => file.stamp.modified),
      });
    },
    read(_layer, asked) {
      read.push(...asked);
      return Promise.resolve(
        asked.map((key) => {
          const file = files.get(key);
          if (failing.delete(key)) return failedReading(key, file?.stamp, busy(key));
          return { key, stamp: file?.stamp, row: file && rowWith(file.text) };
        }),
      );
    },
  };
  return { files, directory, reader, read, failing, catalog: directory.catalog };
}

const busy = (path: string) => new FileError(path, 'busy', { transient: true });
const expected = Object.fromEntries(keys.map((key) => [key, ` ${key}`]));

describe('a directory of another dialect', () => {
  it('is indexed, and follows changes', async () => {
    const { files, directory, reader, read, catalog } = opened();
    await build(directory, reader);
    assert.deepEqual(textsIn(catalog), expected);
    const { builder, listener } = builderOf(directory, reader);
    read.length = 0;
    files.set('b-c', { stamp: { size: 2, modified: 2 }, text: ' changed' });
    files.delete('b-z');
    files.delete('aa-a');
    files.set('c-a', { stamp, text: ' new' });
    for (const key of ['b-c', 'b-z']) builder.touch('b', key);
    for (const layer of ['aa', 'c']) builder.touch(layer);
    await builder.finished();
    builder.dispose();
    assert.deepEqual(listener.faults, []);
    assert.deepEqual(read.toSorted(), ['b-c', 'b-z', 'c-a']);
    assert.deepEqual(textsIn(catalog), {
      'a-b': ' a-b',
      'b-C': ' b-C',
      'b-c': ' changed',
      'b-aa': ' b-aa',
      'c-a': ' new',
    });
    assert.equal(catalog.countOf('aa'), undefined);
  });

  it('is retried after a temporary failure', async () => {
    const { directory, reader, failing, catalog } = opened();
    for (const key of ['aa', 'b-c']) failing.add(key);
    const { builder } = builderOf(directory, reader);
    await builder.start();
    await eventually(() => catalog.tally('exact') === keys.length);
    builder.dispose();
    assert.deepEqual(textsIn(catalog), expected);
  });

  it('lists its neurons, by label and URI', async () => {
    const { directory } = opened();
    const layers = await directory.layers();
    const neurons = (await Promise.all(layers.map((each) => directory.neurons(each)))).flat();
    assert.deepEqual(
      neurons.map(({ unit }) => unit.key),
      keys,
    );
    assert.deepEqual(neurons[1], directory.refTo('b-C'));
    assert.deepEqual([neuronId(neurons[1]!), neuronUri(neurons[1]!)], ['group b:C', `${uri}/b-C`]);
    assert.equal(directory.pathOf(neurons[1]!), '/run/b-C.txt');
    assert.equal(directory.refTo('5/131.jsonl'), undefined);
  });

  it('has notes by key, which a search finds', async () => {
    const { directory, reader } = opened();
    await build(directory, reader);
    const star = { ...noNote, starred: true };
    const changed = directory.notes.replace([
      ['b-c', star],
      ['5/131.jsonl', star],
    ]);
    assert.deepEqual(changed, new Set(['b']));
    assert.deepEqual(directory.notes.find('b-c'), star);
    assert.equal(directory.notes.find('b-C'), undefined);
    const options = { limit: 9, sort: 'relevance' } as const;
    const { results } = await searchExplanations([directory], parseQuery('is:starred'), options);
    assert.deepEqual(
      results.map(({ neuron }) => neuron.unit.key),
      ['b-c'],
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { folderOnDisk } from '../../../src/platform/node/disk.ts';
import { CatalogFiles } from '../../../src/workers/catalogFile.ts';
import { sourceFiles } from '../catalog/support/sourceFiles.ts';
import { CatalogKeeper } from '../../../src/workspace/catalogKeeper.ts';
import { folderWith, put } from '../catalog/support/folders.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';
import { WatchedSource } from '../catalog/support/watchedSource.ts';

/** A window on a directory: its keeper, and what was said and read. */
function windowOn(root: string, storage: string) {
  const source = new WatchedSource();
  const directory = new ExplanationDirectory(`file://${root}`, source, root, openai);
  const said: string[] = [];
  const saving: (string | undefined)[] = [];
  const told: { level: string; text: string }[] = [];
  const say = (level: string) => (text: string) => {
    said.push(text);
    told.push({ level, text });
  };
  const files = new CatalogFiles(folderOnDisk(storage));
  const keeper = new CatalogKeeper(directory, sourceFiles(source, root), files, {
    changed: () => undefined,
    idle: () => undefined,
    saving: (failure) => saving.push(failure),
    log: { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') },
  });
  const texts = () =>
    [...directory.catalog.inOrder()].map((id) => directory.catalog.row(id)?.explanations[0]?.text);
  const run = async () => {
    await keeper.open();
    await keeper.finished();
    return texts();
  };
  return { directory, source, said, told, saving, files, keeper, texts, run };
}

const directoryOf = (...places: string[]) =>
  folderWith(
    Object.fromEntries(
      places.map((place) => [
        `${place.replace(':', '/')}.jsonl`,
        simpleNeuron(place, `neuron ${place}`, 0.5),
      ]),
    ),
  );

describe('a saved catalog', () => {
  it('answers from saved rows, and reads no unchanged file', async () => {
    const root = directoryOf('5:1', '5:2', '6:1');
    const storage = folderWith({});
    assert.deepEqual(await windowOn(root, storage).run(), [
      'neuron 5:1',
      'neuron 5:2',
      'neuron 6:1',
    ]);
    const again = windowOn(root, storage);
    assert.deepEqual(await again.run(), ['neuron 5:1', 'neuron 5:2', 'neuron 6:1']);
    assert.deepEqual(again.source.read, []);
    assert.ok(again.keeper.complete);
  });

  it('reads files that were changed, created or deleted since', async () => {
    const root = directoryOf('5:1', '5:2');
    const storage = folderWith({});
    await windowOn(root, storage).run();
    put(root, '5/2.jsonl', simpleNeuron('5:2', 'changed', 0.25));
    put(root, '6/7.jsonl', simpleNeuron('6:7', 'new', 0.25));
    const again = windowOn(root, storage);
    assert.deepEqual(await again.run(), ['neuron 5:1', 'changed', 'new']);
    assert.equal(again.source.read.length, 2);
  });

  it('resumes where it stopped', async () => {
    const root = directoryOf('5:1', '5:2', '6:1', '7:1');
    const storage = folderWith({});
    const first = windowOn(root, storage);
    const release = first.source.hold(join(root, '7/1.jsonl'));
    await first.keeper.open();
    while (first.directory.catalog.tally('exact') < 3) await new Promise(setImmediate);
    first.keeper.pause();
    await first.keeper.save();
    release();
    first.keeper.dispose();
    const again = windowOn(root, storage);
    assert.equal((await again.run()).length, 4);
    assert.deepEqual(again.source.read, [join(root, '7/1.jsonl')]);
  });

  it('is rebuilt and logged if the file is damaged', async () => {
    const root = directoryOf('5:1');
    const storage = folderWith({});
    const first = windowOn(root, storage);
    await first.run();
    const path = join(storage, await first.files.nameOf(first.directory));
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 100));
    const again = windowOn(root, storage);
    assert.deepEqual(await again.run(), ['neuron 5:1']);
    assert.match(again.said.join('\n'), /could not load the saved catalog/);
    assert.equal(readFileSync(path).length, whole.length);
  });

  it('is not saved again if nothing has changed', async () => {
    const root = directoryOf('5:1');
    const storage = folderWith({});
    const first = windowOn(root, storage);
    await first.run();
    const path = join(storage, await first.files.nameOf(first.directory));
    const { ino } = statSync(path);
    await windowOn(root, storage).run();
    assert.equal(statSync(path).ino, ino);
  });

  it('works if it cannot be saved, and logs that', async () => {
    const root = directoryOf('5:1');
    const storage = join(folderWith({ file: '' }), 'file');
    const window = windowOn(root, storage);
    assert.deepEqual(await window.run(), ['neuron 5:1']);
    assert.match(window.said.join('\n'), /could not save/);
    window.keeper.dispose();
  });

  it('logs once that it cannot be saved, and once that it can again', async () => {
    const root = directoryOf('5:1');
    const storage = join(folderWith({ file: '' }), 'file');
    const window = windowOn(root, storage);
    await window.run();
    for (let i = 2; i < 5; i++) {
      put(root, `5/${i}.jsonl`, simpleNeuron(`5:${i}`, 'new', 0.5));
      window.keeper.touch('5', `5/${i}.jsonl`);
      await window.keeper.finished();
    }
    assert.equal(window.saving.length, 1);
    assert.match(window.saving[0] ?? '', /EEXIST|ENOTDIR/);
    const warnings = window.told.filter(({ level }) => level === 'warn');
    assert.equal(warnings.filter(({ text }) => text.includes('could not save')).length, 1);
    rmSync(storage);
    await window.keeper.save();
    assert.deepEqual(window.saving.slice(1), [undefined]);
    window.keeper.dispose();
    const again = windowOn(root, storage);
    assert.equal((await again.run()).length, 4);
    assert.deepEqual(again.saving, []);
  });

  it('logs progress and the first unreadable files, with reasons', async () => {
    const root = directoryOf('5:1');
    for (let i = 100; i < 130; i++) {
      put(root, `5/${i}.jsonl`, '');
      // One that was written lately may still be.
      utimesSync(join(root, `5/${i}.jsonl`), 0, 0);
    }
    const window = windowOn(root, folderWith({}));
    await window.run();
    const told = window.told.filter(({ text }) => text.includes('could not be read: '));
    assert.match(told[0]!.text, /^file:.*: 5\/1\d\d\.jsonl could not be read: it is empty/);
    const at = (level: string) => told.filter((each) => each.level === level).length;
    assert.deepEqual([at('warn'), at('debug')], [20, 10]);
    const state =
      /: the catalog is up to date after \d+ ms: 31 neurons, 31 indexed, 30 unreadable$/;
    assert.match(window.said.join('\n'), new RegExp(state, 'm'));
  });

  it('is equal in two windows at the same time', async () => {
    const root = directoryOf('5:1', '5:2', '6:1');
    const storage = folderWith({});
    const windows = [windowOn(root, storage), windowOn(root, storage)];
    const [one, two] = await Promise.all(windows.map((window) => window.run()));
    assert.deepEqual(one, two);
    assert.deepEqual(await windowOn(root, storage).run(), one);
  });
});

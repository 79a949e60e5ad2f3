import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { folderOnDisk } from '../../../src/platform/node/disk.ts';
import { CatalogFiles } from '../../../src/workers/catalogFile.ts';
import { folderWith } from '../catalog/support/folders.ts';
import { layerOf } from '../catalog/support/keys.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';

const filesIn = (folder: string) => new CatalogFiles(folderOnDisk(folder));

const uri = 'file:///somewhere/explanations';
const open = (of = uri) =>
  new ExplanationDirectory(of, localFileSource, '/somewhere/explanations', openai);

function filled(count: number, word: string): ExplanationDirectory {
  const directory = open();
  for (let neuron = 0; neuron < count; neuron++) {
    const text = simpleNeuron(`5:${neuron}`, `${word} ${neuron}`, 0.5);
    const row = decodeRow(new TextEncoder().encode(text), { layer: 5, neuron });
    const stamp = { size: text.length, modified: neuron };
    directory.catalog.set(layerOf('5'), `5/${neuron}.jsonl`, stamp, row, 'exact');
  }
  return directory;
}

const texts = ({ catalog }: ExplanationDirectory) =>
  [...catalog.inOrder()].map((id) => catalog.row(id)?.explanations[0]?.text);

describe('the files of catalogs', () => {
  it('return what was saved', async () => {
    const files = filesIn(join(folderWith({}), 'below', 'catalogs'));
    const kept = filled(3, 'kept');
    await files.save(kept);
    const opened = open();
    assert.equal(await files.load(opened), true);
    assert.deepEqual(texts(opened), texts(kept));
    const another = open('file:///elsewhere');
    assert.equal(await files.load(another), false);
    assert.equal(another.catalog.size, 0);
  });

  it('are complete if several windows save at the same time', async () => {
    const folder = folderWith({});
    const windows = ['one', 'two', 'three'].map((word) => filled(3000, word));
    await Promise.all(windows.map((window) => filesIn(folder).save(window)));
    const opened = open();
    await filesIn(folder).load(opened);
    assert.ok(windows.some((window) => String(texts(window)) === String(texts(opened))));
    assert.equal(readdirSync(folder).length, 1);
  });

  it('are refused with a reason if they are damaged', async () => {
    const folder = folderWith({});
    const files = filesIn(folder);
    await files.save(filled(3, 'kept'));
    const path = join(folder, await files.nameOf(open()));
    writeFileSync(path, readFileSync(path).subarray(0, -20));
    await assert.rejects(files.load(open()), Error);
    writeFileSync(path, '');
    await assert.rejects(files.load(open()), Error);
  });

  it('stay unchanged if they cannot be written, and nothing is left behind', async () => {
    const folder = folderWith({});
    const files = filesIn(folder);
    const path = join(folder, await files.nameOf(open()));
    // Its place is taken.
    const taken = folderWith({ 'x/y': '' });
    await assert.rejects(filesIn(join(taken, 'x/y')).save(filled(1, 'kept')));
    await files.save(filled(1, 'kept'));
    const before = readFileSync(path);
    const broken = filled(1, 'other');
    Object.defineProperty(broken.catalog, 'row', { value: () => assert.fail('cut off') });
    await assert.rejects(files.save(broken));
    assert.deepEqual(readFileSync(path), before);
    assert.equal(readdirSync(folder).length, 1);
  });

  it('are cleaned of temporary files of a window that ended while saving', async () => {
    const folder = folderWith({
      'a.parquet.1.writing': '',
      'b.parquet.2.writing': '',
      'c.parquet': '',
    });
    const old = new Date(Date.now() - 2 * 3600_000);
    for (const name of ['a.parquet.1.writing', 'c.parquet'])
      utimesSync(join(folder, name), old, old);
    await filesIn(folder).tidy();
    assert.deepEqual(
      ['a.parquet.1.writing', 'b.parquet.2.writing', 'c.parquet'].map((name) =>
        existsSync(join(folder, name)),
      ),
      [false, true, true],
    );
  });
});

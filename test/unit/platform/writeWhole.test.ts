import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../../src/platform/node/writeWhole.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('writing a file whole', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'whole-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('creates it, then replaces it, and leaves nothing else', async () => {
    const path = join(folder, 'notes.json');
    await writeWhole(path, bytes('one'));
    await writeWhole(path, bytes('two'));
    assert.equal(readFileSync(path, 'utf8'), 'two');
    assert.deepEqual(readdirSync(folder), ['notes.json']);
  });

  it('leaves nothing behind if it fails', async () => {
    mkdirSync(join(folder, 'notes.json'));
    await assert.rejects(writeWhole(join(folder, 'notes.json'), bytes('one')));
    assert.deepEqual(readdirSync(folder), ['notes.json']);
    writeFileSync(join(folder, 'file'), '');
    await assert.rejects(writeWhole(join(folder, 'file', 'notes.json'), bytes('one')));
  });

  it('makes the folder, too', async () => {
    const path = join(folder, 'a', 'b', 'notes.json');
    await writeWhole(path, bytes('one'));
    assert.equal(readFileSync(path, 'utf8'), 'one');
  });

  it('writes the target of a symlink, and keeps permissions', async function () {
    if (process.platform === 'win32') return this.skip();
    const [path, link] = [join(folder, 'notes.json'), join(folder, 'link.json')];
    writeFileSync(path, 'one');
    chmodSync(path, 0o640);
    symlinkSync(path, link);
    await writeWhole(link, bytes('two'));
    assert.equal(readFileSync(path, 'utf8'), 'two');
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).toSorted(), ['link.json', 'notes.json']);
  });
});

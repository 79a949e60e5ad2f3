import assert from 'node:assert/strict';
import { newsSince, seenOf } from '../../../src/sidebar/news.ts';
import { directoryWith, failed, row } from '../catalog/support/catalog.ts';
import { layerOf } from '../catalog/support/keys.ts';

const layer = layerOf('0');

describe('what is new in a directory', () => {
  const seen = () => {
    const { catalog } = directoryWith([row(0.5), row(0.7), failed]);
    return { catalog, before: seenOf(catalog) };
  };

  it('is nothing at first', () => {
    const { catalog, before } = seen();
    assert.deepEqual(before, { newest: 1, count: 3, failed: 1 });
    assert.deepEqual(newsSince(catalog, before), { changed: 0, failed: 0 });
  });

  it('are added and changed files, and unreadable ones among them', () => {
    const { catalog, before } = seen();
    catalog.set(layer, '0/1.jsonl', { size: 2, modified: 5 }, failed, 'exact');
    catalog.list(layer, '0/9.jsonl', { size: 2, modified: 6 });
    assert.deepEqual(newsSince(catalog, before), { changed: 2, failed: 1 });
    assert.deepEqual(newsSince(catalog, seenOf(catalog)), { changed: 0, failed: 0 });
  });

  it('are files with old times, too', () => {
    const { catalog, before } = seen();
    catalog.set(layer, '0/9.jsonl', { size: 2, modified: 0 }, failed, 'exact');
    assert.deepEqual(newsSince(catalog, before), { changed: 1, failed: 1 });
  });

  it('are files in new layers', () => {
    const { catalog, before } = seen();
    catalog.set(layerOf('4'), '4/9.jsonl', { size: 2, modified: 4 }, row(1), 'exact');
    assert.deepEqual(newsSince(catalog, before), { changed: 1, failed: 0 });
  });

  it('are no files whose times are unknown', () => {
    const { catalog, before } = seen();
    catalog.addKey(layer, '0/1.jsonl');
    assert.deepEqual(newsSince(catalog, before), { changed: 0, failed: 0 });
  });
});

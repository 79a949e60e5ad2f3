import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { FirstRows } from '../../../src/sidebar/firstRows.ts';
import type { LayerNode, Node } from '../../../src/sidebar/nodes.ts';

describe('the first rows of a layer', () => {
  const layer = { kind: 'layer', id: '5' } as LayerNode;
  const rows = (count: number) => Array.from({ length: count }, () => ({}) as Node);
  let redrawn: LayerNode[];
  let firstRows: FirstRows;
  /** As VS Code requests the rows of a layer that has this many. */
  const request = (count: number) => {
    const limit = firstRows.limit(layer);
    const shown = rows(Math.min(limit, count));
    firstRows.shown(layer, shown, limit);
    return shown.length;
  };
  /** As when a user expands the layer, whose rows VS Code does not have yet. */
  const expand = (count: number) => {
    const shown = request(count);
    firstRows.expanded(layer);
    return shown;
  };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    redrawn = [];
    firstRows = new FirstRows((each) => redrawn.push(each));
  });
  afterEach(() => mock.timers.reset());

  it('are shown before the rest, which is drawn once however long it takes', () => {
    assert.equal(expand(6400), 256);
    mock.timers.tick(100);
    assert.deepEqual(redrawn, [layer]);
    const limit = firstRows.limit(layer);
    mock.timers.tick(1000);
    firstRows.shown(layer, rows(6400), limit);
    mock.timers.tick(100);
    assert.equal(redrawn.length, 1);
  });

  it('are not all that an open layer has later', () => {
    expand(6400);
    mock.timers.tick(100);
    request(6400);
    firstRows.collapsed(layer);
    // VS Code has kept all rows.
    firstRows.expanded(layer);
    assert.equal(request(6401), 6401);
    firstRows.clear();
    assert.equal(request(6401), 6401);
    mock.timers.tick(100);
    assert.equal(redrawn.length, 1);
  });

  it('are followed by the rest after a layer is collapsed before that is requested', () => {
    expand(6400);
    mock.timers.tick(100);
    firstRows.collapsed(layer);
    firstRows.expanded(layer);
    mock.timers.tick(100);
    assert.equal(redrawn.length, 2);
    assert.equal(request(6400), 6400);
  });

  it('are all of a short layer', () => {
    assert.equal(request(255), 255);
    mock.timers.tick(100);
    assert.deepEqual(redrawn, []);
  });

  it('are followed by the rest only while the layer is expanded', () => {
    request(6400);
    firstRows.collapsed(layer);
    mock.timers.tick(100);
    assert.deepEqual(redrawn, []);
    // VS Code keeps the rows that it has.
    firstRows.expanded(layer);
    mock.timers.tick(100);
    assert.deepEqual(redrawn, [layer]);
    assert.equal(request(6400), 6400);
  });

  it('are all rows of a layer that must show one of them', async () => {
    expand(6400);
    let done = false;
    const all = firstRows.all(layer).then(() => (done = true));
    assert.deepEqual(redrawn, [layer]);
    await Promise.resolve();
    assert.equal(done, false);
    assert.equal(request(6400), 6400);
    await all;
  });

  it('are all rows of a layer that was asked for a row before it was opened', async () => {
    await firstRows.all(layer);
    assert.equal(request(6400), 6400);
  });

  it('do not keep a hidden view waiting', async () => {
    expand(6400);
    const all = firstRows.all(layer);
    mock.timers.tick(1000);
    await all;
  });

  it('are all rows, without a wait, of a collapsed layer that must show one of them', async () => {
    expand(6400);
    firstRows.collapsed(layer);
    await firstRows.all(layer);
    assert.deepEqual(redrawn, [layer]);
    assert.equal(request(6400), 6400);
  });

  it('are forgotten with their layer', () => {
    request(6400);
    firstRows.forget(layer);
    mock.timers.tick(100);
    assert.deepEqual(redrawn, []);
    assert.equal(request(6400), 256);
    firstRows.clear();
    mock.timers.tick(100);
    assert.deepEqual(redrawn, []);
  });
});

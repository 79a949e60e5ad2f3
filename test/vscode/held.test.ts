import assert from 'node:assert/strict';
import type { Parts } from '../../src/extension.ts';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { Held } from '../host/held.ts';
import { activated } from './support/editor.ts';

/** Backtracking takes about a second for each of the explanations. */
const hostile = '/.*.*.*.*.*q{9}/';
/** Far more than it takes, far less than backtracking would. */
const most = 1000;

describe('the host', () => {
  let parts: Parts;
  before(async () => {
    parts = await activated();
    // A filter hides a layer only once all of its neurons are read.
    await parts.catalogs.finished();
  });
  after(() => parts.choices.setFilter(''));

  it('stays responsive while the tree is filtered by a pattern that backtracks', async () => {
    const watch = new Held();
    await parts.choices.setFilter(hostile);
    for (const directory of await parts.tree.getChildren())
      for (const layer of await parts.tree.getChildren(directory)) parts.tree.getTreeItem(layer);
    const held = await watch.stop();
    assert.ok(held < most, `it was held up for ${held.toFixed(0)} ms`);
    // What matches is shown, all else is hidden.
    await parts.choices.setFilter('/^ members? of (?:.*.*.*)*family$/');
    const [directory] = await parts.tree.getChildren();
    const layers = await parts.tree.getChildren(directory);
    const labels = layers.map((layer) => parts.tree.getTreeItem(layer).label);
    assert.deepEqual(labels, ['Layer 5']);
  });

  it('stays responsive while an overview is filtered by one', async () => {
    const [known] = parts.directories.all;
    const data = new OverviewData(known!.directory);
    await data.update();
    const watch = new Held();
    const { totals } = await data.view({
      query: hostile,
      selection: { layers: null, scores: null },
      sort: { column: 'score', descending: true },
    });
    const held = await watch.stop();
    assert.equal(totals.neurons, 0);
    assert.ok(held < most, `it was held up for ${held.toFixed(0)} ms`);
  });
});

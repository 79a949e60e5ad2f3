import assert from 'node:assert/strict';
import { copyFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup.ts';
import { root } from '../host/paths.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

/** What the page says of the files of `test/fixtures/bad` that hold no neuron. */
const failures: readonly [layer: number, neuron: number, reason: RegExp][] = [
  [0, 0, /it is empty \(0 bytes\)/],
  [0, 1, /only white space/],
  [0, 2, /invalid JSON.*may be truncated/],
  [0, 4, /compressed by gzip/],
  [0, 5, /byte order mark/],
  [0, 6, /not UTF-8 text/],
  [0, 7, /invalid JSON/],
  [0, 8, /expected an object.*found a list/],
  [0, 9, /attention head/],
  [0, 10, /NeuronRecord/],
];

describe('bad files', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.scratch();
    workbench.put(join(root, 'test/fixtures/bad'), 'bad');
    view = new NeuronView(workbench);
    await workbench.tree.expand('Layer 0');
  });

  for (const [layer, neuron, reason] of failures) {
    it(`are reported: what is wrong with ${layer}/${neuron}.jsonl`, async () => {
      await workbench.tree.click(String(neuron));
      const failure = view.find('.failure', { hasText: `${layer}/${neuron}.jsonl` });
      await failure.waitFor();
      assert.match(await failure.innerText(), reason);
    });
  }

  it('open as text, at the fault', async () => {
    await workbench.tree.click('2');
    const failure = view.find('.failure', { hasText: '0/2.jsonl' });
    await failure.getByRole('button', { name: 'Open JSON' }).click();
    await workbench.page.locator('.tab.active', { hasText: '2.jsonl' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 1, Col 1001' }).waitFor();
    await workbench.closeTab();
    await failure.waitFor();
  });

  it('marks them in the tree, with the reason', async () => {
    const row = workbench.tree.row('0');
    await row.getByText('it is empty').waitFor();
    await row.locator('.codicon-error').waitFor();
    await workbench.tree
      .row('Layer 0')
      .getByText(/\d unreadable/)
      .waitFor();
    await workbench.tree
      .row('bad')
      .getByText(/\d unreadable/)
      .waitFor();
  });

  it('shows the valid part of a file, and its problems with links', async () => {
    await workbench.tree.collapse('Layer 0');
    await workbench.tree.expand('Layer 1');
    await workbench.tree.click('3');
    await view.shows(1, 3);
    const problems = view.find('.problems');
    await problems.waitFor();
    const problem = problems.locator('.problem', { hasText: 'scored_explanations[0]' }).first();
    await problem.getByRole('button').click();
    await workbench.page.locator('.tab.active', { hasText: '3.jsonl' }).waitFor();
    const place = workbench.page.locator('.statusbar-item', { hasText: /Ln \d+, Col \d+/ });
    await place.waitFor();
    assert.doesNotMatch(await place.innerText(), /Ln 1, Col 1$/);
    await workbench.closeTab();
  });

  it('reports a different ID in the file', async () => {
    await workbench.tree.click('2');
    await view.shows(1, 2);
    assert.match(
      await view.find('.problems').innerText(),
      /Path says 1:2 but neuron_id says 5:131/,
    );
  });
});

describe('a file that breaks, is deleted and comes back', () => {
  it('is followed by the view', async () => {
    const workbench = await Workbench.samples();
    const view = new NeuronView(workbench);
    const layer = join(workbench.folder, 'explanations/11');
    const path = join(layer, '1.jsonl');
    copyFileSync(join(layer, '742.jsonl'), path);
    await view.open(11, 1);
    writeFileSync(path, '{"neuron_id":');
    await view.find('.failure', { hasText: 'invalid JSON' }).waitFor();
    rmSync(path);
    await view.find('.failure', { hasText: 'The file was deleted or moved.' }).waitFor();
    copyFileSync(join(layer, '742.jsonl'), path);
    await view.shows(11, 1);
    rmSync(path);
    await view.find('.failure', { hasText: 'The file was deleted or moved.' }).waitFor();
    // VS Code opens a layer again that is closed while it is drawn anew.
    await workbench.tree.row('1').waitFor({ state: 'detached' });
    await workbench.tree.collapse('Layer 11');
  });

  it('is reloaded with its page if no event reported the change', async () => {
    const workbench = await Workbench.samples();
    const view = new NeuronView(workbench);
    const layer = join(workbench.folder, 'explanations/11');
    // What a link leads to, outside of the workspace, no one watches.
    const elsewhere = join(temporaryFolder().path, 'neuron.jsonl');
    copyFileSync(join(layer, '742.jsonl'), elsewhere);
    rmSync(join(layer, '2.jsonl'), { force: true });
    symlinkSync(elsewhere, join(layer, '2.jsonl'));
    await view.open(11, 2);
    writeFileSync(elsewhere, '{"neuron_id":');
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.closeTab();
    await view.find('.failure', { hasText: 'invalid JSON' }).waitFor();
    rmSync(join(layer, '2.jsonl'));
    await workbench.tree.row('2').waitFor({ state: 'detached' });
    await workbench.tree.collapse('Layer 11');
  });
});

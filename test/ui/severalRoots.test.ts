import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup.ts';
import { root } from '../host/paths.ts';
import { copyFolder } from '../host/workspace.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

/** VS Code shows spaces as such that do not break. */
const plain = (texts: readonly string[]) =>
  texts.map((text) => text.replace(/[\u00a0\s]+/g, ' ').trim());

describe('several roots with directories of the same name', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const tabsAre = async (...expected: string[]) => {
    for (const name of expected) {
      await workbench.page.getByRole('tab', { name, exact: true }).waitFor();
    }
    assert.deepEqual(plain(await workbench.tabs().allInnerTexts()), expected);
  };

  before(async () => {
    const folder = temporaryFolder().path;
    const roots = ['a/model', 'b/model', 'gpt2-xl'];
    for (const path of roots)
      copyFolder(join(root, 'samples', 'explanations', '5'), join(folder, path, 'explanations/5'));
    const file = join(folder, 'test.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: roots.map((path) => ({ path })) }));
    workbench = await Workbench.open(file);
    view = new NeuronView(workbench);
    await workbench.openNeurons();
  });
  after(() => workbench.close());

  it('are listed and indexed', async () => {
    for (const name of ['a/model', 'b/model', 'gpt2-xl'])
      await workbench.tree.row(name).filter({ hasText: '7 neurons' }).waitFor();
  });

  it('are distinguished in the sidebar', async () => {
    const rows = plain(await workbench.tree.rows.allInnerTexts());
    for (const name of ['a/model', 'b/model', 'gpt2-xl'])
      assert.ok(rows.includes(`${name}7 neurons · explanations`), rows.join('\n'));
  });

  it('are named in search results and pinned results', async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('neuron:131');
    await workbench.palette.items.nth(2).waitFor();
    await workbench.screenshot('several-roots-search');
    const texts = plain(await workbench.palette.items.allInnerTexts()).join('\n');
    for (const name of ['a/model', 'b/model', 'gpt2-xl']) assert.ok(texts.includes(name), texts);
    await workbench.palette.widget.getByRole('button', { name: /^Pin Results/ }).click();
    await workbench.tree.row('Search Results').waitFor();
    await workbench.tree.rows.filter({ hasText: 'b/model · ' }).first().waitFor();
    await workbench.runCommand('Neuron Explanations: Clear Search Results');
  });

  it('are named in tabs of neurons with the same ID', async () => {
    const directory = (name: string) => workbench.tree.row(name);
    for (const name of ['a/model', 'b/model']) {
      await directory(name).locator('.monaco-tl-twistie').click();
      const layer = workbench.tree.row('Layer 5');
      await layer.waitFor();
      await layer.locator('.monaco-tl-twistie').click();
      await workbench.tree.row('131').first().dblclick();
      await view.shows(5, 131);
      if (name === 'a/model') await tabsAre('5:131');
      await layer.locator('.monaco-tl-twistie').click();
      await directory(name).locator('.monaco-tl-twistie').click();
      await layer.waitFor({ state: 'detached' });
    }
    await tabsAre('5:131 · a/model', '5:131 · b/model');
    await workbench.screenshot('several-roots-tabs');
  });

  it('are named in comparisons and overviews', async () => {
    await workbench.runCommand('Neuron Explanations: Compare With…');
    await workbench.palette.items.nth(1).waitFor();
    await workbench.screenshot('several-roots-compare-with');
    await workbench.palette.items.filter({ hasText: 'a/model' }).first().click();
    await tabsAre('5:131 · a/model', '5:131 · b/model', '5:131 · b/model ↔ 5:131 · a/model');
    const heads = view.find('main');
    await heads.getByText('in a/model').waitFor();
    await view.find('h1:text-is("5:131 · b/model and 5:131 · a/model")').waitFor();
    await workbench.screenshot('several-roots-comparison');
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Neuron Explanations: Open Overview');
    await workbench.palette.items.nth(2).waitFor();
    await workbench.screenshot('several-roots-which');
    await workbench.palette.items.filter({ hasText: 'b/model' }).first().click();
    await tabsAre('Overview of b/model');
    await view.find('h1', { hasText: 'Overview of b/model' }).waitFor();
    await workbench.screenshot('several-roots-overview');
  });
});

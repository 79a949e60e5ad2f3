import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

const sidebarOf = ({ page }: Workbench): Locator => page.locator('.part.sidebar');

describe('a folder without explanations', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open(({ path }) => {
      const empty = join(path, 'empty');
      mkdirSync(empty);
      return empty;
    });
    await workbench.openNeurons();
  });
  after(() => workbench?.close());

  it('is told so, with a way to the sample, which can be read and removed', async () => {
    const sidebar = sidebarOf(workbench);
    await sidebar.getByText('This workspace has no neuron explanations').waitFor();
    await workbench.screenshot('welcome');
    await sidebar.getByRole('button', { name: 'Open the Sample' }).click();
    await new NeuronView(workbench).open(47, 2211);
    await workbench.chooseFromMenu(workbench.tree.row('explanations'), 'Remove from Sidebar');
    await sidebar.getByText('This workspace has no neuron explanations').waitFor();
    assert.equal(await workbench.tree.rows.count(), 0);
  });
});

describe('a window without a folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open(() => undefined);
    await workbench.openNeurons();
  });
  after(() => workbench?.close());

  it('offers to open a folder, or the sample', async () => {
    const sidebar = sidebarOf(workbench);
    await sidebar.getByRole('button', { name: 'Open Folder' }).waitFor();
    await workbench.screenshot('welcome-empty-window');
    await sidebar.getByRole('button', { name: 'Open the Sample' }).click();
    await new NeuronView(workbench).open(5, 131);
  });
});

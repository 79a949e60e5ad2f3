import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

describe('a folder without explanations', () => {
  it('shows a message', async () => {
    const workbench = await Workbench.scratch();
    const sidebar = workbench.sidebar();
    await sidebar.getByText('No neuron explanations found in this workspace').waitFor();
    for (const name of ['Open Sample Data', 'Add Explanation Directory'])
      await sidebar.getByRole('button', { name, exact: true }).waitFor();
    await workbench.screenshot('welcome');
  });
});

describe('a window without a folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openNeurons();
  });
  after(() => workbench?.close());

  it('offers to open a folder, or the sample, which can be read and removed', async () => {
    const openFolder = workbench.sidebar().getByRole('button', { name: 'Open Folder' });
    await openFolder.waitFor();
    await workbench.screenshot('welcome-empty-window');
    await workbench.sidebar().getByRole('button', { name: 'Open Sample Data' }).click();
    await workbench.tree.row('Sample').waitFor();
    const tabs = workbench.tabs();
    await tabs.filter({ hasText: 'Overview of Sample' }).waitFor();
    await tabs.filter({ hasText: /^\d+:\d+$/ }).waitFor();
    await workbench.screenshot('sample');
    await workbench.chooseFromMenu(workbench.tree.row('Sample'), 'Remove Explanation Directory');
    await openFolder.waitFor();
    assert.equal(await workbench.tree.rows.count(), 0);
    await workbench.runCommand('View: Close All Editors');
  });

  it('leads to a walkthrough, whose steps work on the sample and check themselves off', async () => {
    await workbench.openNeurons();
    await workbench.sidebar().getByText('Take the tour').click();
    const { page } = workbench;
    const start = page.locator('.getting-started');
    const step = (title: string) => start.locator('.getting-started-step', { hasText: title });
    const done = (title: string) => step(title).locator('.codicon.complete').first();
    const run = async (title: string, button: string) => {
      const back = workbench.tabs().filter({ hasText: 'Walkthrough' });
      if (!(await start.isVisible())) await back.click();
      await step(title).getByRole('heading', { name: title }).click();
      await start.locator('.step-list-container, .getting-started-media img').first().waitFor();
      await workbench.screenshot(`walkthrough-${button.toLowerCase().replaceAll(' ', '-')}`);
      await step(title).getByRole('button', { name: button }).click();
    };
    await run('Open explanations', 'Open Sample Data');
    await workbench.tree.row('Sample').waitFor();
    await run('Check a claim against the evidence', 'Open Random Neuron');
    await done('Open explanations').waitFor();
    await run('Search all explanations', 'Search Explanations');
    await workbench.palette.input.waitFor();
    await workbench.palette.close();
    await run('See which neurons are well explained', 'Open Overview');
    await workbench.activeTab().filter({ hasText: 'Overview of Sample' }).waitFor();
  });
});

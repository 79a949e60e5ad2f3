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
    await workbench.webview().locator('[data-token]').first().waitFor();
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
    // In a narrow editor VS Code leaves out the pictures.
    await page.setViewportSize({ width: 1700, height: 900 });
    const start = page.locator('.gettingStartedContainer');
    const step = (title: string) => start.locator('.getting-started-step', { hasText: title });
    const run = async (title: string, button: string) => {
      if (!(await start.isVisible()))
        await workbench
          .tabs()
          .filter({ hasText: /Welcome|Walkthrough/ })
          .click();
      await step(title).waitFor();
      if (!(await step(title).and(page.locator('.expanded')).count()))
        await step(title).locator('.step-title').click();
      const picture = start.locator('.getting-started-media img');
      await picture.waitFor();
      const isDrawn = await picture.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        return image.naturalWidth > 0;
      });
      assert.ok(isDrawn);
      await workbench.screenshot(`tour-${button.toLowerCase().replaceAll(' ', '-')}`);
      await step(title).getByText(button, { exact: true }).click();
    };
    const isDone = (title: string) => step(title).locator('.codicon.complete').first().waitFor();
    const titles = [
      'Open explanations',
      'Check a claim',
      'Search all explanations',
      'Find well-explained neurons',
    ] as const;
    const neuron = workbench.activeTab().filter({ hasText: /^\d+:\d+$/ });
    await run(titles[0], 'Open Sample Data');
    await neuron.waitFor();
    await run(titles[1], 'Open Random Neuron');
    await neuron.waitFor();
    await run(titles[2], 'Search Explanations');
    await workbench.palette.input.waitFor();
    await workbench.palette.close();
    await run(titles[3], 'Open Overview');
    await workbench.activeTab().filter({ hasText: 'Overview of Sample' }).waitFor();
    await workbench
      .tabs()
      .filter({ hasText: /Welcome|Walkthrough/ })
      .click();
    for (const title of titles) await isDone(title);
    await workbench.screenshot('tour-done');
  });
});

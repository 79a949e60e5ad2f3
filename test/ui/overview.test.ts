import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

describe('the overview in the workbench', () => {
  let workbench: Workbench;

  beforeEach(async () => (workbench = await Workbench.samples()));

  it('opens from the menu of a layer', async () => {
    await workbench.chooseFromMenu(workbench.tree.row('Layer 5'), 'Open Overview');
    await workbench.webview().locator('h1:text-is("Overview of Layer 5")').waitFor();
    await workbench.webview().getByRole('grid').waitFor();
    assert.equal(await workbench.activeTab().innerText(), 'Overview of Layer 5');
  });

  it('shows the neurons, and opens one beside', async () => {
    await workbench.chooseFromMenu(workbench.tree.row('Layer 5'), 'Open Overview');
    const grid = workbench.webview().getByRole('grid');
    const row = grid.getByRole('row', { name: /^5:131 / });
    await row.getByRole('gridcell').first().click();
    await workbench.tabs().filter({ hasText: '5:131' }).waitFor();
    await workbench.page.locator('.part.editor .tab.active', { hasText: 'Overview' }).waitFor();
    assert.equal(await workbench.page.locator('.editor-group-container').count(), 2);
    await workbench.screenshot('overview');
  });

  it('opens from the palette, of the only directory, and comes back after a reload', async () => {
    await workbench.runCommand('Neuron Explanations: Open Overview');
    const heading = workbench.webview().locator('h1:text-is("Overview of explanations")');
    await heading.waitFor();
    await workbench.webview().getByLabel('Filter neurons').fill('sea');
    await workbench.reload();
    await heading.waitFor();
    assert.equal(await workbench.webview().getByLabel('Filter neurons').inputValue(), 'sea');
  });
});

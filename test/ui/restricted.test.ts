import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from '../host/paths.ts';
import { temporaryFolder } from '../host/cleanup.ts';
import { copyFolder } from '../host/workspace.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('a workspace that is not trusted', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    const folder = temporaryFolder().path;
    copyFolder(join(root, 'samples'), folder);
    // It would have the extension look at another place.
    mkdirSync(join(folder, '.vscode'));
    const elsewhere = join(root, 'test/fixtures/bad');
    writeFileSync(
      join(folder, '.vscode/settings.json'),
      JSON.stringify({ 'neuronExplanations.directories': [elsewhere] }),
    );
    workbench = await Workbench.open(folder, { restricted: true });
    view = new NeuronView(workbench);
    await workbench.openNeurons();
  });
  after(() => workbench.close());

  it('can be read, and its settings add no directories', async () => {
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    await workbench.tree.row('explanations').waitFor();
    await view.open(5, 131);
    assert.equal(await workbench.tree.row('bad').count(), 0);
  });

  it('is not written to: notes are disabled, and say why', async () => {
    await view.open(5, 131);
    const star = view.byRole('button', { name: 'Star Neuron (trust this workspace first)' });
    await star.and(view.find('[aria-disabled="true"]')).waitFor();
    await workbench.screenshot('restricted');
    // By the keyboard: Playwright clicks on nothing that is disabled.
    await star.press('Enter');
    await offersTrust('Trust this workspace to edit notes');
    assert.equal(existsSync(join(workbench.folder, '.vscode/neuron-notes.json')), false);
  });

  it('disables them in menus, beside a way to trust the workspace', async () => {
    await workbench.tree.row('131').click({ button: 'right' });
    for (const name of ['Star Neuron', 'Set Verdict…', 'Edit Note…'])
      await isDisabled(workbench.menuItem(name));
    await workbench.screenshot('restricted-menu');
    await workbench.menuItem('Manage Workspace Trust').hover();
    await workbench.page.keyboard.press('Enter');
    await closesTrust();
    await workbench.tree.row('explanations').click({ button: 'right' });
    await isDisabled(workbench.menuItem('Export Catalog…'));
    await workbench.page.keyboard.press('Escape');
  });

  it('saves nothing', async () => {
    await workbench.runCommand('Neuron Explanations: Open Overview');
    const save = view.byRole('button', { name: 'Save Table as CSV…' });
    await save.and(view.find('[aria-disabled="true"]')).waitFor();
    await workbench.screenshot('restricted-overview');
    await save.press('Enter');
    await offersTrust('Trust this workspace to save files');
    assert.equal(await workbench.palette.widget.count(), 0);
  });

  it('uses no keys for stores, and asks for none', async () => {
    await workbench.runCommand('Neuron Explanations: Add Key for Store…');
    await offersTrust('In Restricted Mode, only public data in stores can be read');
    assert.equal(await workbench.palette.widget.count(), 0);
    await workbench.runCommand('Neuron Explanations: Sign In to Azure…');
    await offersTrust('In Restricted Mode, only public data in stores can be read');
  });

  const isDisabled = (item: Locator) =>
    item.and(workbench.page.locator('[aria-disabled="true"], .disabled')).waitFor();

  /** A message with a button that leads to VS Code's own page. */
  async function offersTrust(message: string): Promise<void> {
    const toast = workbench.page.locator('.notification-toast', { hasText: message });
    await toast.getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await closesTrust();
  }

  /** VS Code's own page, which is a dialog in recent versions. */
  async function closesTrust(): Promise<void> {
    const editor = workbench.page.locator('.workspace-trust-editor');
    await editor.waitFor();
    await workbench.page.keyboard.press('Escape');
    await editor.waitFor({ state: 'hidden' });
  }
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('is not written to: it refuses notes', async () => {
    await view.open(5, 131);
    await workbench.runCommand('Neuron Explanations: Star Neuron');
    await workbench
      .notifications()
      .filter({ hasText: 'Trust this workspace to edit notes' })
      .waitFor();
    assert.equal(existsSync(join(workbench.folder, '.vscode/neuron-notes.json')), false);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('saves nothing', async () => {
    await workbench.runCommand('Neuron Explanations: Export Catalog…');
    await workbench
      .notifications()
      .filter({ hasText: 'Trust this workspace to save files' })
      .waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    assert.equal(await workbench.palette.widget.count(), 0);
  });
});

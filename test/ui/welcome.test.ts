import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('a folder without explanations', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.start({
      open: ({ path }) => {
        const empty = join(path, 'empty');
        mkdirSync(empty);
        return empty;
      },
    });
    await workbench.openNeurons();
  });
  after(() => workbench?.stop());

  it('is told so, with a way to the sample, which can be read and removed', async () => {
    const sidebar = workbench.page.locator('.part.sidebar');
    await sidebar.getByText('This workspace has no neuron explanations').waitFor();
    await workbench.screenshot('welcome');
    await sidebar.getByRole('button', { name: 'Open the Sample' }).click();
    await workbench.tree.expand('Layer 47');
    await workbench.tree.click('2211');
    const view = new NeuronView(workbench);
    await view.shows(47, 2211);
    await workbench.tree.row('explanations').click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Remove from Sidebar' }).click();
    await sidebar.getByText('This workspace has no neuron explanations').waitFor();
    assert.equal(await workbench.tree.rows.count(), 0);
  });
});

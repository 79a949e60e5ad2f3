import assert from 'node:assert/strict';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('a folder without explanations', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.scratch();
  });

  it('is told so, with a way to the sample, which can be read and removed', async () => {
    const empty = workbench.sidebar().getByText('This workspace has no neuron explanations');
    await empty.waitFor();
    await workbench.screenshot('welcome');
    await workbench.sidebar().getByRole('button', { name: 'Open the Sample' }).click();
    await new NeuronView(workbench).open(47, 2211);
    await workbench.chooseFromMenu(workbench.tree.row('explanations'), 'Remove from Sidebar');
    await empty.waitFor();
    assert.equal(await workbench.tree.rows.count(), 0);
  });
});

describe('a window without a folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openNeurons();
  });
  after(() => workbench?.close());

  it('offers to open a folder, or the sample', async () => {
    await workbench.sidebar().getByRole('button', { name: 'Open Folder' }).waitFor();
    await workbench.screenshot('welcome-empty-window');
    await workbench.sidebar().getByRole('button', { name: 'Open the Sample' }).click();
    await workbench.tree.expand('Layer 5');
    await workbench.tree.row('131').waitFor();
  });
});

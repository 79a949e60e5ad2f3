import assert from 'node:assert/strict';
import { NeuronView } from './neuronView.ts';
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
    await new NeuronView(workbench).open(47, 2211);
    await workbench.chooseFromMenu(
      workbench.tree.row('explanations'),
      'Remove Explanation Directory',
    );
    await openFolder.waitFor();
    assert.equal(await workbench.tree.rows.count(), 0);
  });
});

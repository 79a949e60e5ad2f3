import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('F4 with pinned results', () => {
  let workbench: Workbench;
  let view: NeuronView;
  let ids: string[];
  const press = (key: string) => workbench.page.keyboard.press(key);
  const neuronIsOpen = (id: string) =>
    workbench.page.locator('.tab.active', { hasText: id }).waitFor();

  before(async () => {
    workbench = await Workbench.scratch();
    view = new NeuronView(workbench);
    workbench.put(join(root, 'samples', 'explanations'), 'explanations');
    for (const name of ['one.txt', 'two.txt'])
      writeFileSync(join(workbench.folder, name), 'a zyzzyva\n');
    await workbench.tree.row('explanations').waitFor();
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('layer:5');
    const labels = workbench.palette.items.locator('.label-name');
    await labels.nth(2).filter({ hasText: /^5:/ }).waitFor();
    ids = await labels.allInnerTexts();
    await workbench.palette.widget.getByRole('button', { name: /^Pin Results/ }).click();
    await workbench.tree.row('Search Results').waitFor();
  });
  after(async () => {
    await workbench.openNeurons();
    await workbench.runCommand('Neuron Explanations: Clear Search Results');
  });

  it('walks through them from the view, and on from the neuron that it opens', async () => {
    await workbench.tree.focusOn('Search Results');
    await press('F4');
    await neuronIsOpen(ids[0]!);
    await view.find('[data-token]').first().waitFor();
    await press('F4');
    await neuronIsOpen(ids[1]!);
    await press('Shift+F4');
    await neuronIsOpen(ids[0]!);
  });

  it('is VS Code’s own in its search, and in the files that it finds', async () => {
    await workbench.runCommand('View: Show Search');
    const search = workbench.sidebar().getByRole('textbox', { name: /^Search: / });
    await search.fill('zyzzyva');
    await press('Enter');
    await workbench
      .sidebar()
      .getByText(/2 results in 2 files/)
      .waitFor();
    for (const name of ['one.txt', 'two.txt']) {
      await press('F4');
      await workbench.page.locator('.tab.active', { hasText: name }).waitFor();
    }
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await press('F4');
    await workbench.page.locator('.tab.active', { hasText: 'one.txt' }).waitFor();
  });

  it('goes on from a neuron that is shown again', async () => {
    await workbench.tabs().filter({ hasText: ids[0]! }).click();
    await view.find('h1').click();
    await press('F4');
    await neuronIsOpen(ids[1]!);
  });
});

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { copyFolder } from '../host/workspace.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('changes on disk show in the window', () => {
  it('an open layer is renamed: its rows, the directory’s and the page follow', async () => {
    const workbench = await Workbench.scratch();
    const { page, folder, tree } = workbench;
    copyFolder(join(root, 'samples'), folder);
    const sidebar = workbench.sidebar();
    const row = (text: string) => sidebar.getByRole('treeitem', { name: text });
    await row('explanations 28 neurons').waitFor();
    for (const [from, to] of [
      ['0', '7'],
      ['7', '3'],
      ['3', '0'],
    ] as const) {
      await tree.expand(`Layer ${from}`);
      await tree.clickBelow(`Layer ${from}`, '1377');
      const view = new NeuronView(workbench);
      await view.shows(Number(from), 1377);
      renameSync(join(folder, 'explanations', from), join(folder, 'explanations', to));
      await sidebar
        .getByRole('treeitem', { name: new RegExp(`^Layer ${to}: .*8 neurons`) })
        .waitFor();
      await row(`Layer ${from}:`).waitFor({ state: 'detached' });
      await row('explanations 28 neurons').waitFor();
      await view.find('h2').getByText('The file was deleted or moved.').waitFor();
      await view.find('button').getByText(`Open ${to}:1377`).click();
      await view.shows(Number(to), 1377);
    }
    await page.keyboard.press('Escape');
  });
});

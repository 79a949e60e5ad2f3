import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup.ts';
import { root } from '../host/paths.ts';
import { copyFolder } from '../host/workspace.ts';
import { Workbench } from '../ui/workbench.ts';

describe('a catalog without a disk', () => {
  let workbench: Workbench;
  before(async () => {
    const { path } = temporaryFolder();
    copyFolder(join(root, 'samples'), path);
    workbench = await Workbench.open(path);
  });
  after(() => workbench?.close());

  it('is saved in the storage of VS Code, and loaded after a reload', async () => {
    await workbench.openNeurons();
    // In a window that is just starting, VS Code may not show the log.
    await workbench.tree.row('explanations').filter({ hasText: '28 neurons' }).waitFor();
    await logged('saved 28 rows');
    await workbench.reload();
    await logged('opened the catalog of 28 neurons');
  });

  async function logged(words: string): Promise<void> {
    await workbench.openNeurons();
    await workbench.runCommand('Neuron Explanations: Show Log');
    // Long lines are wrapped, in any order, and VS Code shows spaces as such that do not break.
    await workbench.page.waitForFunction((expected) => {
      const lines = [...document.querySelectorAll<HTMLElement>('.part.panel .view-line')];
      const top = (line: HTMLElement) => Number.parseFloat(line.style.top);
      const text = lines
        .sort((a, b) => top(a) - top(b))
        .map((line) => line.textContent)
        .join('');
      return text.replaceAll('\u00a0', ' ').includes(expected);
    }, words);
  }
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('the title bar of a neuron', () => {
  let workbench: Workbench;
  let view: NeuronView;

  beforeEach(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
    await view.open(5, 131);
  });

  const names = async () => {
    await workbench.titleButton('Open JSON').waitFor();
    const labels = workbench.titleButtons();
    return labels.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  };

  it('has few icons, the same in a panel and in an editor of the file', async () => {
    const inPanel = await names();
    // Two are VS Code's own: they split the editor and open the menu.
    assert.ok(inPanel.length <= 4, inPanel.join());
    assert.ok(!inPanel.some((name) => /star/i.test(name)), inPanel.join());
    await workbench.titleButton('Open JSON').click();
    await workbench.titleButton('Open Neuron View').waitFor();
    await workbench.runCommand('View: Reopen Editor With...');
    await workbench.palette.pick('Neuron');
    await view.shows(5, 131);
    assert.deepEqual(await names(), inPanel);
    await view.focus();
    await workbench.page.keyboard.press('Alt+ArrowDown');
    await workbench.activeTab().filter({ hasText: '742' }).waitFor();
  });

  it('has submenus for copies and comparisons, by mouse and keyboard', async () => {
    const { page } = workbench;
    await workbench.titleButton('More Actions').click();
    await workbench.menuItem('Compare').hover();
    await workbench.menuItem('Compare With…').waitFor();
    assert.equal(await workbench.menuItem('Compare with Selected').count(), 0);
    await workbench.menuItem('Copy As').hover();
    await workbench.menuItem('Copy Sequence as Markdown').waitFor();
    await workbench.screenshot('title-copy-as');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await workbench.titleButton('More Actions').press('Enter');
    const focused = (name: string) => workbench.menuItem(name).and(page.locator(':focus'));
    for (let key = 0; !(await focused('Compare').count()); key++) {
      assert.ok(key < 30, 'the keyboard does not reach the submenu');
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('ArrowRight');
    await focused('Compare Explanations').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
});

describe('the menu of a row of the tree', () => {
  it('copies the neuron of the row, and no sequence', async () => {
    const workbench = await Workbench.samples();
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await new NeuronView(workbench).open(5, 131);
    await workbench.tree.row('742').click({ button: 'right' });
    await workbench.menuItem('Copy As').hover();
    await workbench.menuItem('Copy Neuron ID').waitFor();
    assert.equal(await workbench.menuItem('Copy Sequence as Text').count(), 0);
    await workbench.screenshot('tree-copy-as');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Escape');
    await workbench.chooseFromMenu(workbench.tree.row('742'), 'Copy As', 'Copy Neuron ID');
    await workbench.page.waitForFunction(
      async () => (await navigator.clipboard.readText()) === '5:742',
    );
  });
});

describe('“Open in Neuronpedia”', () => {
  it('is offered for directories that the setting names, and opens nothing by itself', async () => {
    const workbench = await Workbench.scratch();
    const view = new NeuronView(workbench);
    const samples = join(root, 'samples', 'explanations');
    workbench.put(samples, 'gpt2_small_data/explanations');
    workbench.put(join(samples, '11'), 'other/11');
    await view.openBelow('gpt2_small_data', 5, 131);
    const open = workbench.titleButton('Open in Neuronpedia');
    await open.waitFor();
    await workbench.screenshot('neuronpedia');
    await open.click();
    // VS Code asks before it opens a website.
    const dialog = workbench.page.getByRole('dialog');
    await dialog.filter({ hasText: 'https://www.neuronpedia.org/gpt2-small/5/131' }).waitFor();
    await workbench.screenshot('neuronpedia-dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await view.openBelow('other', 11, 742);
    await open.waitFor({ state: 'detached' });
  });
});

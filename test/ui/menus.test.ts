import assert from 'node:assert/strict';
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
  afterEach(() => workbench.page.keyboard.press('Escape'));

  const names = async () => {
    await workbench.titleButtons().and(workbench.page.getByLabel('Open JSON')).waitFor();
    const labels = workbench.titleButtons();
    return labels.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  };
  const openOverflow = () =>
    workbench.titleButtons().and(workbench.page.getByLabel('More')).click();

  it('has few icons, the same in a panel and in an editor of the file', async () => {
    const inPanel = await names();
    assert.ok(inPanel.length <= 4, inPanel.join());
    assert.ok(!inPanel.some((name) => /star/i.test(name)), inPanel.join());
    await workbench.runCommand('View: Reopen Editor With Text Editor').catch(() => undefined);
  });

  it('has submenus for copies and comparisons, by mouse and keyboard', async () => {
    await openOverflow();
    await workbench.menuItem('Compare').hover();
    await workbench.menuItem('Compare With…').waitFor();
    assert.equal(await workbench.menuItem('Compare with Selected').count(), 0);
    await workbench.menuItem('Copy As').hover();
    await workbench.menuItem('Copy Sequence as Markdown').waitFor();
    await workbench.screenshot('title-copy-as');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('Escape');
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
    await workbench.page.keyboard.press('Escape');
    await workbench.chooseFromMenu(workbench.tree.row('742'), 'Copy As', 'Copy Neuron ID');
    await workbench.page.waitForFunction(
      async () => (await navigator.clipboard.readText()) === '5:742',
    );
  });
});

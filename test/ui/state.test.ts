import assert from 'node:assert/strict';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('choices of the reader', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const scrolled = () =>
    view
      .find('html')
      .evaluate(({ ownerDocument }) => ownerDocument.scrollingElement?.scrollTop ?? 0);

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
    await view.open(5, 17);
    await view.setMode('Simulated');
    await view.byRole('radio').nth(1).check({ force: true });
    await view.token(3, 0).evaluate((token) => token.scrollIntoView({ block: 'start' }));
  });

  async function assertAsChosen(): Promise<void> {
    await view.shows(5, 17);
    const mode = view.byRole('combobox', { name: 'Colour tokens by' });
    assert.equal(await mode.inputValue(), 'simulated');
    assert.ok(await view.byRole('radio').nth(1).isChecked());
    await view.token(3, 0).waitFor();
    const box = await view.token(3, 0).boundingBox();
    assert.ok((await scrolled()) > 0, 'it is scrolled to the top');
    assert.ok(box && box.y < 400, `the sequence in sight is at ${box?.y}`);
  }

  it('are shown', assertAsChosen);

  it('survive a hidden tab', async () => {
    await workbench.chooseFromMenu(workbench.tree.row('17'), 'Keep Open');
    await workbench.tree.click('131');
    await view.shows(5, 131);
    await workbench.tabs().filter({ hasText: '5:17' }).click();
    await assertAsChosen();
  });

  it('survive a reload of the window', async () => {
    await workbench.reload();
    await workbench.tabs().filter({ hasText: '5:17' }).click();
    await assertAsChosen();
    assert.deepEqual(await workbench.tabs().allInnerTexts(), ['5:17', '5:131']);
  });

  it('keep a preview a preview after a reload', async () => {
    // VS Code brings a panel back when it is looked at, not before.
    await workbench.tabs().filter({ hasText: '5:131' }).click();
    await view.shows(5, 131);
    await workbench.openNeurons();
    await view.open(5, 742);
    assert.deepEqual(await workbench.tabs().allInnerTexts(), ['5:17', '5:742']);
  });
});

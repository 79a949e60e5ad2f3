import assert from 'node:assert/strict';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('comparing in the editor', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
  });

  it('shows two explanations side by side, lets them change, and swaps sides', async () => {
    await view.open(5, 17);
    await view.byRole('button', { name: 'Compare Explanations' }).click();
    await view.find('h1:text-is("5:17: two explanations")').waitFor();
    await view.find('.row-shared [data-token]').first().waitFor();
    const texts = () => view.find('.side-text').allInnerTexts();
    const [left, right] = await texts();
    assert.notEqual(left, right);
    await view.byRole('button', { name: 'Swap Sides' }).click();
    await view.find('.side').first().getByText(right!).last().waitFor();
    assert.deepEqual(await texts(), [right, left]);
    const choice = view.byRole('combobox', { name: 'Explanation B' });
    const options = await choice.locator('option').allInnerTexts();
    assert.equal(options.length, 3);
    const third = options.findIndex((text) => !text.includes(left!) && !text.includes(right!));
    await choice.selectOption({ index: third });
    await view.find('.side-text').last().getByText(options[third]!.replace(/^\S+ /, '')).waitFor();
  });

  it('compares a neuron with a typed one, and survives a reload', async () => {
    await view.open(5, 131);
    await workbench.tree.click('131');
    await workbench.chooseFromMenu(workbench.tree.row('131'), 'Compare', 'Compare With…');
    await workbench.palette.type('11:742');
    // Not among what was listed before it was typed, which is replaced.
    await workbench.palette.items.first().filter({ hasText: '11:742' }).waitFor();
    await workbench.palette.pick('11:742');
    await view.find('h1:text-is("5:131 and 11:742")').waitFor();
    await view.find('[data-token]').first().waitFor();
    await workbench.reload();
    await view.find('h1:text-is("5:131 and 11:742")').waitFor();
    await view.byRole('button', { name: 'Open Neuron 11:742 (B)' }).click();
    await view.shows(11, 742);
  });
});

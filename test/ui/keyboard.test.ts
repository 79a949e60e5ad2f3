import assert from 'node:assert/strict';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('browsing with the keyboard', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const press = (key: string) => workbench.page.keyboard.press(key);

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
  });

  it('opens a neuron from the tree by Enter', async () => {
    await workbench.tree.collapse('Layer 5');
    await workbench.tree.focusOn('Layer 5');
    await press('ArrowRight');
    await workbench.tree.row('131').waitFor();
    await workbench.tree.focusOn('131');
    await press('Enter');
    await view.shows(5, 131);
  });

  describe('in a neuron', () => {
    beforeEach(async () => {
      await view.open(5, 131);
      await view.focus();
    });

    it('goes to the next neuron and to the previous one', async () => {
      await press('Alt+ArrowDown');
      await view.shows(5, 742);
      await press('Alt+ArrowUp');
      await view.shows(5, 131);
    });

    it('goes through tokens and announces their numbers', async () => {
      await view.token(0, 0).focus();
      await press('ArrowRight');
      await press('ArrowRight');
      const focused = view.find('[data-token]:focus');
      assert.equal(await focused.getAttribute('data-token'), '2');
      // Its distribution comes a moment after the numbers.
      await view.card().locator('.histogram').waitFor();
      const card = await view.card().innerText();
      assert.match(card, /3 of 64/);
      await view.token(0, 2).hover();
      assert.equal(await view.card().innerText(), card, 'the mouse is told something else');
    });

    it('changes the colouring', async () => {
      const modes = view.byRole('combobox', { name: 'Colour tokens by' });
      await modes.focus();
      await press('s');
      assert.equal(await modes.inputValue(), 'stacked');
      await view.setMode('Overlay');
    });
  });
});

describe('the palette', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const press = (key: string) => workbench.page.keyboard.press(key);

  // Without a neuron in sight: it takes back the focus a while after a quick pick has closed.
  beforeEach(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
  });

  it('finds a neuron by words of its explanation', async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.input.waitFor();
    await workbench.palette.type('FAMILY members');
    // What matches is between marks where VS Code cannot show it by itself: for more than one word.
    const row = workbench.palette.items.filter({ hasText: '«members» of a «family»' });
    await row.waitFor();
    await workbench.palette.items.nth(1).waitFor({ state: 'detached' });
    assert.match(
      (await row.innerText()).replaceAll('\u00a0', ' '),
      /5:131\s*0\.89\s+«members» of a «family»/,
    );
    await press('Enter');
    await view.shows(5, 131);
  });

  it('shows all explanations, best first, before anything is typed', async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.items.nth(5).waitFor();
    const texts = await workbench.palette.items.allInnerTexts();
    const scores = texts.map((text) => Number(/\d+:\d+\s+(\S+)/.exec(text)?.[1]));
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
    await workbench.palette.close();
  });

  it('previews neurons, and returns with Escape', async () => {
    const h1 = view.find('h1');
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('layer:47');
    const labels = workbench.palette.items.locator('.label-name');
    await labels.first().filter({ hasText: /^47:/ }).waitFor();
    const ids = await labels.allInnerTexts();
    await press('ArrowDown');
    await workbench.page.locator('.tab.active', { hasText: ids[1]! }).waitFor();
    await h1.waitFor();
    await press('ArrowUp');
    await workbench.page.locator('.tab.active', { hasText: ids[0]! }).waitFor();
    await press('Escape');
    await workbench.tabs().first().waitFor({ state: 'detached' });

    await view.open(5, 131);
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.items.nth(3).waitFor();
    await press('ArrowDown');
    await press('ArrowDown');
    await view.find('.neuron-id:not(:text-is("5:131"))').waitFor();
    await press('Escape');
    await view.shows(5, 131);
  });

  it('reports problems of a query, and corrected typing errors', async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('family score:>');
    await workbench.palette.widget.getByText('as in score:none, score:>0.5').waitFor();
    await workbench.palette.items.filter({ hasText: 'members of a «family»' }).waitFor();
    await workbench.palette.type('famly');
    await workbench.palette.widget
      .getByText('No match for “famly”. Showing 1 for “family”.')
      .waitFor();
    await workbench.palette.items.filter({ hasText: 'members of a «family»' }).waitFor();
    await workbench.palette.type('family');
    const highlight = workbench.palette.items.locator('.highlight').first();
    await highlight.waitFor();
    assert.equal(await highlight.innerText(), 'family');
    await workbench.palette.close();
  });

  it('goes to a neuron by its ID, and refuses invalid IDs', async () => {
    await workbench.runCommand('Neuron Explanations: Go to Neuron…');
    await workbench.palette.type('five');
    await workbench.palette.widget.getByText('Expected a layer and a neuron').waitFor();
    await workbench.palette.type('11/742');
    await press('Enter');
    await view.shows(11, 742);
  });

  it('reports that there is no such neuron', async () => {
    await workbench.runCommand('Neuron Explanations: Go to Neuron…');
    await workbench.palette.type('11:9999');
    await press('Enter');
    await workbench.notifications().getByText('Neuron 11:9999 is not in any directory').waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('opens some neuron', async () => {
    await workbench.runCommand('Neuron Explanations: Open Random Neuron');
    await view.find('h1').waitFor();
    assert.match(await view.find('.neuron-id').innerText(), /^\d+:\d+$/);
  });
});

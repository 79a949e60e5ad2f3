import assert from 'node:assert/strict';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('the sidebar', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const press = (key: string) => workbench.page.keyboard.press(key);
  const selected = (label: string) =>
    workbench.tree.row(label).and(workbench.page.locator('[aria-selected="true"]'));
  const sort = async (label: string) => {
    await workbench.runCommand('Neuron Explanations: Sort Neurons…');
    await workbench.palette.pick(label);
  };

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
  });
  beforeEach(() => Workbench.samples());
  after(() => rmSync(join(workbench.folder, '.vscode', 'neuron-notes.json'), { force: true }));

  it('shows score and median also in a narrow one', async () => {
    await workbench.tree.expand('Layer 5');
    await workbench.setSidebarWidth(200);
    const { x, width } = (await workbench.sidebar().boundingBox())!;
    assert.ok(width <= 200, String(width));
    for (const [label, text] of [
      ['131', /^0\.\d\d/],
      ['Layer 5', /^0\.\d\d median/],
    ] as const) {
      const description = workbench.tree.row(label).locator('.label-description');
      const [found] = text.exec(await description.innerText()) ?? [];
      assert.ok(found, await description.innerText());
      const end = await description.evaluate((element, length) => {
        const range = document.createRange();
        range.setStart(element.firstChild!, 0);
        range.setEnd(element.firstChild!, length);
        return range.getBoundingClientRect().right;
      }, found.length);
      assert.ok(end <= x + width, `${label} ends at ${end} of ${x + width}`);
    }
    await workbench.setSidebarWidth(300);
  });

  it('follows the neuron in front, and leaves it the focus', async () => {
    await workbench.tree.expand('Layer 5');
    await view.open(5, 131);
    await view.focus();
    await press('Alt+ArrowDown');
    await view.shows(5, 742);
    await selected('742').waitFor();
    await press('Alt+ArrowDown');
    await view.shows(5, 847);
    await selected('847').waitFor();
  });

  it('has at most four icons in its title', async () => {
    const title = workbench.sidebar().locator('.pane-header, .composite.title').first();
    await title.hover();
    const icons = title.locator('.action-item:not(.disabled) .codicon:not(.codicon-toolbar-more)');
    await icons.nth(3).waitFor();
    assert.equal(await icons.count(), 4);
  });

  it('keeps the filter button while a filter is set, beside one that clears it', async () => {
    const title = workbench.sidebar().locator('.pane-header, .composite.title').first();
    const button = (name: string) => title.getByRole('button', { name, exact: true });
    await workbench.runCommand('Neuron Explanations: Filter Neurons…');
    await workbench.palette.type('layer:5');
    await press('Enter');
    await title.hover();
    await button('Clear Filter').waitFor();
    await workbench.screenshot('sidebar-filtered');
    await button('Filter Neurons…').click();
    assert.equal(await workbench.palette.input.inputValue(), 'layer:5');
    await workbench.palette.close();
    await button('Clear Filter').click();
    await button('Clear Filter').waitFor({ state: 'detached' });
    await button('Filter Neurons…').waitFor();
  });

  it('sorts across the directory, by choices that mark the current one', async () => {
    await sort('Flat List');
    await sort('Score');
    // The best of the samples, below the directory.
    await workbench.tree.rows.nth(1).filter({ hasText: '0:131' }).waitFor();
    const shownScores = async () => {
      const texts = await workbench.tree.rows.locator('.label-description').allInnerTexts();
      return texts.flatMap((text) => /^(0\.\d\d)/.exec(text)?.[1] ?? []);
    };
    const scores = await shownScores();
    assert.ok(scores.length > 5);
    assert.deepEqual(scores, scores.toSorted().toReversed());
    await workbench.runCommand('Neuron Explanations: Sort Neurons…');
    const marked = workbench.palette.items.filter({
      has: workbench.page.locator('.codicon-check'),
    });
    const focused = workbench.palette.items.and(workbench.page.locator('.focused'));
    await focused.filter({ hasText: 'best first; select again for worst first' }).waitFor();
    assert.deepEqual(await marked.locator('.label-name').allInnerTexts(), ['Score', 'Flat List']);
    await workbench.screenshot('sidebar-sort');
    await press('Enter');
    await workbench.tree.rows.nth(1).filter({ hasNotText: '0:131' }).waitFor();
    const worstFirst = await shownScores();
    assert.deepEqual(worstFirst, worstFirst.toSorted());
    await sort('Index');
    await sort('Layer');
    await workbench.tree.row('Layer 5').waitFor();
  });

  it('stars several selected rows, and compares two', async () => {
    await workbench.tree.expand('Layer 5');
    await workbench.tree.click('131');
    await view.shows(5, 131);
    await workbench.tree.row('742').click({ modifiers: ['ControlOrMeta'] });
    await workbench.chooseFromMenu(workbench.tree.row('742'), 'Star Neuron');
    for (const label of ['131', '742'])
      await workbench.tree
        .row(label)
        .and(workbench.page.locator('[aria-label*=", starred"]'))
        .waitFor();
    await workbench.chooseFromMenu(workbench.tree.row('742'), 'Unstar Neuron');
    for (const label of ['131', '742'])
      await workbench.tree
        .row(label)
        .and(workbench.page.locator(':not([aria-label*=", starred"])'))
        .waitFor();
    await workbench.chooseFromMenu(workbench.tree.row('742'), 'Compare Selected');
    await workbench.tabs().filter({ hasText: '5:131 ↔ 5:742' }).waitFor();
  });

  it('filters while one types, and opens what was open when the filter goes', async () => {
    const { palette, tree } = workbench;
    await tree.expand('Layer 5');
    await workbench.runCommand('Neuron Explanations: Filter Neurons…');
    await palette.type('layer:11 ');
    await tree.row('Layer 5').waitFor({ state: 'detached' });
    await palette.items.filter({ hasText: '7 of 28 neurons' }).waitFor();
    await palette.close();
    await tree.row('Layer 5').and(workbench.page.locator('[aria-expanded="true"]')).waitFor();
    await tree.row('131').waitFor();
    await workbench.runCommand('Neuron Explanations: Filter Neurons…');
    await palette.type('sco');
    // Only those that complete it are left.
    await palette.item('layer:3-8').waitFor({ state: 'detached' });
    await palette.item('score:>0.5').filter({ hasText: 'by preferred score' }).click();
    await palette
      .item('score:>0.5')
      .filter({ hasText: /\d+ of 28 neurons/ })
      .waitFor();
    assert.equal(await palette.input.inputValue(), 'score:>0.5');
    await press('Enter');
    await palette.widget.waitFor({ state: 'hidden' });
    await tree.row('5820').waitFor({ state: 'detached' });
    await workbench.runCommand('Neuron Explanations: Clear Filter');
    await tree.row('5820').waitFor();
    await workbench.runCommand('Neuron Explanations: Filter Neurons…');
    const recent = palette.items.filter({ has: workbench.page.locator('.codicon-history') });
    await recent.getByText('score:>0.5').waitFor();
    await palette.close();
  });

  it('gives words for one that no explanation has', async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('famijkl layer:5');
    await workbench.palette.item('family').click();
    await workbench.palette.items.filter({ hasText: '5:131' }).waitFor();
    assert.equal(await workbench.palette.input.inputValue(), 'family layer:5');
    await workbench.palette.close();
  });
});

describe('the badge of the sidebar', () => {
  it('says what came in, also after a reload, until the view is open', async () => {
    const workbench = await Workbench.scratch();
    const folder = workbench.put(join(root, 'samples', 'explanations'), 'explanations');
    await workbench.tree.row('explanations').filter({ hasText: '28 neurons' }).waitFor();
    const badge = workbench.page.locator('.part.activitybar .badge-content').getByText('2');
    await workbench.runCommand('Explorer: Focus on Folders View');
    for (const name of ['9001', '9002'])
      copyFileSync(join(folder, '5', '131.jsonl'), join(folder, '5', `${name}.jsonl`));
    await badge.waitFor();
    await workbench.screenshot('sidebar-badge');
    await workbench.reload();
    // The extension starts with its first command.
    await workbench.runCommand('Neuron Explanations: Show Log');
    await badge.waitFor();
    await workbench.openNeurons();
    await badge.waitFor({ state: 'hidden' });
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('notes on a neuron', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const file = () => join(workbench.folder, '.vscode', 'neuron-notes.json');
  const noted = () =>
    (JSON.parse(readFileSync(file(), 'utf8')) as { neurons: Record<string, unknown> }).neurons[
      'explanations/5/131.jsonl'
    ];
  /** The row, whose star is a decoration: its name says it. */
  const starred = (is: boolean) => {
    const named = '[aria-label*=", starred"]';
    return workbench.tree.row('131').and(workbench.page.locator(is ? named : `:not(${named})`));
  };
  const press = (key: string) => workbench.page.keyboard.press(key);

  beforeEach(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
    await view.open(5, 131);
  });
  after(() => rmSync(file(), { force: true }));

  it('are made in the page, and show in the tree', async () => {
    await view.byRole('button', { name: 'Star Neuron' }).click();
    await view.byRole('button', { name: 'Unstar Neuron' }).waitFor();
    await starred(true).waitFor();
    const told = workbench.page.locator('.notification-toast', {
      hasText: 'saved in the workspace, in .vscode/neuron-notes.json',
    });
    await told.waitFor();
    await workbench.screenshot('notes-file');
    await told.getByRole('button', { name: 'Open File' }).click();
    await workbench.activeTab().getByText('neuron-notes.json').waitFor();
    await workbench.closeTab();
    await view.byRole('button', { name: 'Partly Right' }).click();
    await view.find('.verdict .segment[aria-pressed="true"]').waitFor();
    await view.byRole('button', { name: 'Add Note…' }).click();
    await workbench.palette.input.waitFor();
    await workbench.palette.type('also <b>cousins</b>');
    await press('Enter');
    await view.find('.note-text').filter({ hasText: 'also <b>cousins</b>' }).waitFor();
    assert.deepEqual(noted(), { note: 'also <b>cousins</b>', starred: true, verdict: 'partly' });
    await workbench.screenshot('notes');
    await view.byRole('button', { name: 'Partly Right' }).click();
    await view.find('.verdict .segment[aria-pressed="true"]').waitFor({ state: 'detached' });
    await view.find('.note-row').getByRole('button', { name: 'Edit Note…' }).click();
    await workbench.palette.type('');
    await press('Enter');
    await view.byRole('button', { name: 'Add Note…' }).waitFor();
    // Last, so that the tree has drawn all when this is seen.
    await view.byRole('button', { name: 'Unstar Neuron' }).click();
    await starred(false).waitFor();
    assert.equal(noted(), undefined);
  });

  it('are made by keys, and found by the filter', async () => {
    await view.focus();
    await press('Control+k');
    await press('t');
    await starred(true).waitFor();
    await workbench.runCommand('Neuron Explanations: Filter Neurons…');
    await workbench.palette.type('is:starred');
    await press('Enter');
    await workbench.tree.row('742').waitFor({ state: 'detached' });
    assert.ok(await workbench.tree.row('131').isVisible());
    await workbench.runCommand('Neuron Explanations: Clear Filter');
    await workbench.tree.row('742').waitFor();
    await view.focus();
    await press('Control+k');
    await press('t');
    await starred(false).waitFor();
  });

  it('say only once where they are', async () => {
    rmSync(file());
    await workbench.chooseFromMenu(workbench.tree.row('131'), 'Star Neuron');
    await starred(true).waitFor();
    assert.ok(existsSync(file()));
    assert.equal(await workbench.notifications().count(), 0);
    await workbench.chooseFromMenu(workbench.tree.row('131'), 'Unstar Neuron');
    await starred(false).waitFor();
  });

  it('are made in the tree', async () => {
    await workbench.chooseFromMenu(workbench.tree.row('131'), 'Star Neuron');
    await starred(true).waitFor();
    await workbench.chooseFromMenu(workbench.tree.row('131'), 'Unstar Neuron');
    await starred(false).waitFor();
  });
});

describe('copies and exports of a neuron', () => {
  let workbench: Workbench;
  let view: NeuronView;

  beforeEach(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
    await view.open(5, 131);
  });

  it('copy a sequence, by its context menu', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const text = (await view.tokens(1)).map((token) => token.text).join('');
    await workbench.chooseFromMenu(view.token(1, 3), 'Copy As', 'Copy Sequence as Text');
    await workbench.page.waitForFunction(
      async (expected) => (await navigator.clipboard.readText()) === expected,
      text,
    );
  });

  it('find text, by the find widget', async () => {
    await view.focus();
    await workbench.page.keyboard.press('Control+f');
    await view.byRole('textbox', { name: 'Find in tokens' }).waitFor();
    await workbench.page.keyboard.type('the');
    await view.find('.find-count', { hasText: /matches/ }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await view.find('.find').waitFor({ state: 'detached' });
    await workbench.runCommand('Neuron Explanations: Find in Tokens');
    await view.find('.find-field:focus').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('save a figure', async () => {
    await workbench.runCommand('Neuron Explanations: Export Figure as SVG…');
    // The palette that the command was chosen in has a field, too.
    await workbench.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('.quick-input-widget input')].some(
        ({ value }) => value.endsWith('.svg'),
      ),
    );
    const target = join(workbench.folder, 'figure.svg');
    await workbench.palette.type(target);
    const textNow = () => (existsSync(target) ? readFileSync(target, 'utf8') : '');
    const written = new Promise<string>((done) => {
      const watcher = watch(workbench.folder, () => {
        if (!textNow().endsWith('</svg>')) return;
        watcher.close();
        done(textNow());
      });
    });
    await workbench.page.keyboard.press('Enter');
    const svg = await written;
    rmSync(target);
    assert.match(svg, /^<svg [^>]*xmlns=/);
    assert.match(svg, /members of a family/);
  });
});

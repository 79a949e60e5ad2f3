import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neuronText } from '../unit/catalog/support/neuronText.ts';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

/** What would run, be drawn, or turn its surroundings, if it were not shown as text. */
const hostile =
  '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>' +
  '[quit](command:workbench.action.newWindow) $(bug) ${7*7} {{7*7}} \u001b[31m &lt;b&gt; \u202eevil';
const start =
  '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>[quit](command:';
const name = '$(trash)[](command:)';

describe('hostile texts', () => {
  let workbench: Workbench;
  let view: NeuronView;

  before(async () => {
    workbench = await Workbench.scratch();
    view = new NeuronView(workbench);
    for (const directory of [name, 'other']) {
      const folder = join(workbench.folder, directory, '5');
      mkdirSync(folder, { recursive: true });
      const sequence = { tokens: [hostile, ' b'], actual: [1, 2], simulated: [1, 2] };
      const explanations = [1, 2].map(() => ({
        text: hostile,
        scores: [0.5],
        sequences: [sequence],
      }));
      for (const neuron of [1, 2])
        writeFileSync(join(folder, `${neuron}.jsonl`), neuronText(`5:${neuron}`, explanations));
    }
    await workbench.tree.row(name).waitFor();
  });

  afterEach(async () => {
    for (const frame of workbench.page.frames())
      assert.equal(await frame.evaluate('globalThis.ran'), undefined, frame.url());
    assert.equal(workbench.page.context().pages().length, Workbench.all.size);
  });

  it('are text in the sidebar and in its tooltips', async () => {
    await workbench.tree.expand(name);
    await workbench.tree.expand('Layer 5');
    const row = workbench.tree.row('1').first();
    await row.getByText(start).waitFor();
    assert.equal(await row.locator('img, .codicon-bug').count(), 0);
    await workbench.tree.focusOn('1');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+I');
    const tooltip = workbench.page.locator('.monaco-hover:visible').filter({ hasText: start });
    await tooltip.waitFor();
    assert.equal(await tooltip.locator('img, a[data-href], script, .codicon-bug').count(), 0);
    await workbench.page.keyboard.press('Escape');
  });

  it('are text in the list of a search', async () => {
    await workbench.runCommand('Neuron Explanations: Search Explanations…');
    await workbench.palette.type('quit layer:5');
    const { items } = workbench.palette;
    await items.filter({ hasText: '$(bug)' }).first().waitFor();
    assert.equal(await items.locator('.codicon-bug, .codicon-trash, img').count(), 0);
    await items.filter({ hasText: name }).first().waitFor();
    await workbench.palette.close();
  });

  it('are text in the list of directories', async () => {
    await workbench.runCommand('Neuron Explanations: Check Explanation Directory');
    await workbench.palette.items.filter({ hasText: name }).waitFor();
    assert.equal(await workbench.palette.items.locator('.codicon-trash').count(), 0);
    await workbench.palette.close();
  });

  it('are text on the page, in its card and in a comparison', async () => {
    await view.open(5, 1);
    assert.ok((await view.chosen.innerText()).includes(start));
    assert.equal(await view.find('body img, body a[href^="command"]').count(), 0);
    // The first event of a mouse in a page only says where it rests.
    await view.token(0, 1).hover();
    await view.token(0, 0).hover();
    await view.card().waitFor();
    assert.match(await view.card().innerText(), /<img·src=x·onerror=.*\\u202eevil/);
    await workbench.runCommand('Neuron Explanations: Compare With…');
    const { items } = workbench.palette;
    await items.filter({ hasText: '$(bug)' }).first().waitFor();
    assert.equal(await items.locator('.codicon-bug, .codicon-trash').count(), 0);
    await workbench.palette.pick('5:2');
    const compared = view.find('.side').first();
    await compared.waitFor();
    assert.ok((await compared.innerText()).includes(start));
    assert.equal(await view.find('body img').count(), 0);
  });
});

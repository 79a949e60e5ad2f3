import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NeuronView } from './neuronView.ts';
import { Workbench } from './workbench.ts';

describe('how a neuron is seen, in the editor', () => {
  let workbench: Workbench;
  let view: NeuronView;
  const choose = (name: string, option: string) =>
    view.byRole('combobox', { name }).selectOption({ label: option });
  const numbers = () => view.find('.sequence-number').allInnerTexts();
  const fills = async () => (await view.tokens(0)).map(({ fill }) => fill).join();
  const legend = () => view.find('.legend').innerText();

  before(async () => {
    workbench = await Workbench.samples();
    view = new NeuronView(workbench);
  });
  beforeEach(() => view.open(5, 17));

  it('in every mode, each with its own colours', async () => {
    const seen = new Set<string>();
    for (const name of ['Overlay', 'Stacked', 'Actual', 'Simulated', 'Difference']) {
      await view.setMode(name);
      seen.add((await view.tokens(0)).map(({ fill, bar }) => fill + bar).join());
    }
    assert.equal(seen.size, 5);
    assert.match(await legend(), /simulated − actual/);
    await view.setMode('Overlay');
  });

  it('on a scale that stays locked for the next neuron, and is released', async () => {
    await choose('Scale', 'Scale: locked');
    const locked = view.find('.legend-lock');
    assert.match(await locked.innerText(), /locked to 5:17/);
    await view.byRole('button', { name: 'Next Neuron' }).click();
    await view.shows(5, 131);
    assert.match(await locked.innerText(), /locked to 5:17/);
    await view.byRole('button', { name: 'Unlock Scale' }).click();
    await locked.waitFor({ state: 'detached' });
  });

  it('in another order, also for the next neuron', async () => {
    const stored = await numbers();
    await choose('Sort', 'Largest miss');
    const reordered = async () => (await numbers()).join() !== stored.join();
    await assertEventually(
      async () => (await numbers()).length === stored.length && (await reordered()),
      'the order stays',
    );
    await view.byRole('button', { name: 'Next Neuron' }).click();
    await view.shows(5, 131);
    const next = (await numbers()).map((text) => Number(text.replace(/\D/g, '')));
    assert.notDeepEqual(
      next,
      next.map((_, i) => i + 1),
    );
    await choose('Sort', 'As stored');
    await assertEventually(
      async () => (await numbers())[0]?.endsWith('1') === true,
      'the order is not back',
    );
  });

  it('around its peaks, and by a search in its tokens', async () => {
    const all = await view.find('[data-token]').count();
    const choose = (label: string) =>
      view.byRole('combobox', { name: 'Tokens around peaks' }).selectOption({ label });
    await choose('5 tokens around peaks');
    await assertEventually(
      async () => (await view.find('[data-token]').count()) < all / 2,
      'all tokens stay',
    );
    await view.byRole('button', { name: 'Find in Tokens' }).click();
    await view.byRole('textbox', { name: 'Find in tokens' }).fill('the');
    await view.find('.find-count', { hasText: /matches/ }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await view.find('.t-found-current').waitFor();
    await workbench.page.keyboard.press('Escape');
    await view.find('.find').waitFor({ state: 'detached' });
    await choose('All tokens');
    assert.equal(await view.find('[data-token]').count(), all);
  });

  it('with a token’s distribution in its card, which a click pins and Escape closes', async () => {
    await view.token(0, 5).click();
    await view.card().locator('.histogram').waitFor();
    assert.match(await view.card().innerText(), /entropy \d\.\d\d bits/);
    await view.token(1, 3).hover();
    assert.match(await view.card().innerText(), /token 6 of 64/);
    await workbench.page.keyboard.press('Escape');
    await view.card().waitFor({ state: 'detached' });
  });

  it('in the selected palette and with the selected white space, at once', async () => {
    const folder = join(workbench.folder, '.vscode');
    const before = await fills();
    const changed = (from: string) =>
      assertEventually(async () => (await fills()) !== from, 'the colours stay');
    const space = view.find('.m-plain').first();
    const mark = () => space.evaluate((it) => getComputedStyle(it, '::before').content);
    assert.equal(await mark(), 'none');
    mkdirSync(folder, { recursive: true });
    try {
      const changes = {
        'neuronExplanations.palette': 'redBlue',
        'neuronExplanations.renderWhitespace': 'all',
      };
      writeFileSync(join(folder, 'settings.json'), JSON.stringify(changes));
      await changed(before);
      await assertEventually(async () => (await mark()).includes('·'), 'spaces have no mark');
      // What is opened later has it from the start.
      const after = await fills();
      await workbench.runCommand('View: Close All Editors');
      await view.open(5, 17);
      assert.equal(await fills(), after);
      assert.match(await mark(), /·/);
    } finally {
      rmSync(folder, { recursive: true });
    }
    await assertEventually(async () => (await fills()) === before, 'the colours are not back');
  });

  async function assertEventually(holds: () => Promise<boolean>, otherwise: string) {
    const end = Date.now() + 20_000;
    while (!(await holds())) {
      assert.ok(Date.now() < end, otherwise);
      await workbench.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
});

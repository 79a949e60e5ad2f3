import assert from 'node:assert/strict';
import { violations } from './support/axe.ts';
import { manyExplanations, oddTokens, twoMisses } from './support/made.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { averages, byWeight, connections, record, recordsOf } from './support/related.ts';
import { siblingOf, showWith } from './support/siblings.ts';
import { allThemes, themes } from './support/themes.ts';

const records = recordsOf({
  random_sample: [
    record(
      oddTokens.map((_, i) => i % 3),
      oddTokens,
    ),
  ],
  random_sample_by_quantile: [[record([0, 1, 0])], [record([3, 4, 3])]],
  quantile_boundaries: [null, 2, null],
});
const all = [records, averages, byWeight, connections];

const tab = (page: NeuronPage, name: string) =>
  page.page.getByRole('tab', { name: new RegExp(`^${name}( \\d+)?$`) });
const panelText = async (page: NeuronPage) =>
  (await page.page.locator('.related-data').innerText()).replace(/\s+/g, ' ');

describe('what lies beside a neuron', () => {
  const pages = neuronPages();

  it('has tabs where there is something, and a line of what was looked for', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    assert.equal(await page.page.getByRole('tab').count(), 0);
    await showWith(page, manyExplanations(1), [], ['neurons/5/131.json', 'x/5/131.json']);
    assert.equal(await page.page.getByRole('tab').count(), 0);
    const line = 'Not found next to the explanations: neurons/5/131.json, x/5/131.json';
    assert.equal(await page.page.locator('.looked-for').innerText(), line);
    await showWith(page, manyExplanations(1), [records, connections]);
    assert.deepEqual(await page.page.getByRole('tab').allInnerTexts(), [
      'Sequences 3',
      'Records',
      'Connected',
    ]);
    assert.equal(await page.page.locator('.looked-for').count(), 0);
    assert.ok(await page.token(0).isVisible());
  });

  it('asks for a file when it is looked at, and not before', async () => {
    const page = await pages.open();
    const neuron = manyExplanations(1);
    await showWith(page, neuron, all);
    assert.deepEqual(page.asked, []);
    await tab(page, 'Weights').click();
    await page.page.getByRole('table').nth(3).waitFor();
    const { uri } = neuron.document;
    assert.deepEqual(page.asked, [
      { name: 'relatedData', argument: { uri, kind: 'tokensByWeight' } },
    ]);
    assert.ok(!(await page.token(0).first().isVisible()), 'the sequences make room');
    await tab(page, 'Sequences').click();
    assert.ok(await page.token(0).isVisible());
  });

  it('makes room for the miss that a command goes to', async () => {
    const page = await pages.open({ width: 1100 });
    await showWith(page, twoMisses(), [records]);
    await page.page.locator('.misses tbody tr').first().waitFor();
    await tab(page, 'Records').click();
    await page.page.locator('.related-data h3').first().waitFor();
    await page.send({ type: 'miss', step: 1 });
    await page.card.waitFor();
    assert.equal(await tab(page, 'Sequences').getAttribute('aria-selected'), 'true');
    assert.ok(await page.token(9, 11).isVisible());
  });

  it('draws the records as sequences are drawn, a few of many first', async () => {
    const page = await pages.open();
    await showWith(page, manyExplanations(1), all);
    await tab(page, 'Records').click();
    const list = page.page.locator('.related-data');
    await list.locator('h3').first().waitFor();
    assert.deepEqual(await list.locator('h3').allInnerTexts().then(titles), [
      'top-activating 9',
      'from 2 · quantile 2 of 2 1',
      'up to 2 · quantile 1 of 2 1',
      'random 1',
    ]);
    assert.match(await panelText(page), /Mean 0\.25 Variance 4 Skewness – Kurtosis 12\.5/);
    const token = list.locator('[data-sequence="0"] [data-token="1"]');
    assert.match((await token.getAttribute('class')) ?? '', /\ba16\b/);
    const negative = list.locator('[data-sequence="0"] [data-token="2"]');
    assert.match((await negative.getAttribute('class')) ?? '', /\ba-4\b/);
    await token.hover();
    assert.equal((await page.card.innerText()).replace(/\s+/g, ' '), '·sea token 2 of 3 Actual 9');
    assert.equal(await list.getByRole('group').first().locator('.sequence').count(), 5);
    await list.getByRole('button', { name: 'Show all 9' }).click();
    assert.equal(await list.getByRole('group').first().locator('.sequence').count(), 9);
    assert.equal(await list.locator('[data-sequence="11"] .t').count(), oddTokens.length);
  });

  it('says where activations are missing, and where there is nothing to colour', async () => {
    const page = await pages.open();
    const id = { neuron_id: { layer_index: 5, neuron_index: 131 } };
    const gap = siblingOf('records', { ...id, random_sample: [record([0, NaN, 2])] });
    await showWith(page, manyExplanations(1), [gap]);
    await tab(page, 'Records').click();
    const legend = page.page.locator('.related-data .legend');
    await legend.getByText('missing').waitFor();
    const flat = siblingOf('records', { ...id, random_sample: [record([2, 2, 2])] });
    const { document, ...rest } = manyExplanations(1);
    const next = { ...rest, document: { ...document, uri: 'file:///next' } };
    await showWith(page, next, [flat]);
    await page.page.getByText('All actual activations are 2, so none is coloured.').waitFor();
    assert.equal(await legend.getByText('missing').count(), 0);
  });

  it('walks through the records by keyboard', async () => {
    const page = await pages.open();
    await showWith(page, manyExplanations(1), all);
    await tab(page, 'Records').click();
    await page.page.locator('.related-data [data-sequence="0"] [data-token="0"]').click();
    await page.page.keyboard.press('ArrowRight');
    await page.page.keyboard.press('PageDown');
    const focused = () =>
      page.page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-sequence]')?.dataset['sequence'],
      );
    assert.equal(await focused(), '1');
    await page.page.keyboard.press('Control+End');
    assert.equal(await focused(), '11');
  });

  it('lists tokens with their values, as text', async () => {
    const page = await pages.open();
    await showWith(page, manyExplanations(1), all);
    await tab(page, 'Tokens').click();
    const rows = page.page.locator('.values tbody tr');
    await rows.first().waitFor();
    assert.deepEqual(await rows.locator('.t').allTextContents(), [' sea', '\n', '<b>x</b>']);
    assert.deepEqual(await rows.locator('.number').allInnerTexts(), ['4', '0', '−2']);
    await tab(page, 'Weights').click();
    await page.page.getByRole('table').nth(3).waitFor();
    // Each side has a scale of its own, which both signs share.
    const classes = await page.page
      .locator('.values .t')
      .evaluateAll((tokens) =>
        tokens.map((token) => /a-?\d+/.exec(token.getAttribute('class') ?? '')?.[0]),
      );
    assert.deepEqual(classes, ['a16', 'a8', 'a-16', 'a-8', 'a16', 'a8', 'a-16', 'a-8']);
  });

  it('leads to connected neurons of this directory, and to no others', async () => {
    const page = await pages.open();
    await showWith(page, manyExplanations(1), all);
    await tab(page, 'Connected').click();
    assert.match(await panelText(page), /0:17 2 words of the sea 3:4 1 Not in this directory/);
    assert.match(await panelText(page), /No downstream neurons\./);
    assert.deepEqual(await page.page.locator('.values button').allInnerTexts(), ['0:17', '0:18']);
    await page.page.getByRole('button', { name: '0:17' }).click();
    const { uri } = manyExplanations(1).document;
    assert.deepEqual(page.asked.at(-1), {
      name: 'openConnected',
      argument: { uri, layer: 0, neuron: 17 },
    });
    page.host = () => ({ error: 'This directory has no neuron 0:18.' });
    await page.page.getByRole('button', { name: '0:18' }).click();
    await page.page.getByRole('alert').getByText('This directory has no neuron 0:18.').waitFor();
  });

  it('says what could not be loaded, and tries again', async () => {
    const page = await pages.open();
    await showWith(page, manyExplanations(1), all);
    page.host = () => ({ error: 'The disk is gone.' });
    await tab(page, 'Connected').click();
    await page.page.getByText('Could not load this data. The disk is gone.').waitFor();
    page.host = () => ({ ok: connections });
    await page.page.getByRole('button', { name: 'Try Again' }).click();
    await page.page.getByRole('button', { name: '0:17' }).waitFor();
  });

  it('reads a file again that has changed, and shows what it had until then', async () => {
    const page = await pages.open();
    const neuron = manyExplanations(1);
    await showWith(page, neuron, all);
    await tab(page, 'Tokens').click();
    const tokens = page.page.locator('.values tbody .t');
    await tokens.first().waitFor();
    page.host = () => undefined;
    const { uri } = neuron.document;
    const changed = { type: 'relatedDataChanged', kind: 'tokensByActivation' } as const;
    await page.send({ ...changed, uri: 'file:///other' });
    assert.equal(page.asked.length, 1);
    await page.send({ ...changed, uri });
    assert.deepEqual(page.asked[1], {
      name: 'relatedData',
      argument: { uri, kind: 'tokensByActivation' },
    });
    assert.deepEqual(await tokens.allTextContents(), [' sea', '\n', '<b>x</b>']);
    const ok = siblingOf('tokensByActivation', { tokens: [' tide'], average_activations: [1] });
    page.host = ({ name }) => ({ ok: name === 'relatedData' ? ok : null });
    await page.send({ ...changed, uri });
    assert.deepEqual(await tokens.allTextContents(), [' tide']);
  });

  it('shows the same of the next neuron, and the sequences where that has none', async () => {
    const page = await pages.open();
    await showWith(page, manyExplanations(1), all);
    await tab(page, 'Connected').click();
    const { document, ...rest } = manyExplanations(1);
    const next = { ...rest, document: { ...document, uri: 'file:///next' } };
    await showWith(page, next, all);
    await page.page.getByRole('button', { name: '0:17' }).waitFor();
    assert.equal(page.asked.at(-1)?.name, 'relatedData');
    await showWith(page, { ...rest, document: { ...document, uri: 'file:///third' } }, [records]);
    assert.equal(await tab(page, 'Sequences').getAttribute('aria-selected'), 'true');
    assert.ok(await page.token(0).isVisible());
  });

  it('has tabs that the arrow keys go through', async () => {
    const page = await pages.open();
    await showWith(page, manyExplanations(1), all);
    await tab(page, 'Sequences').focus();
    const selected = () => page.page.getByRole('tab', { selected: true }).innerText();
    await page.page.keyboard.press('ArrowRight');
    assert.equal(await selected(), 'Records');
    await page.page.keyboard.press('End');
    assert.equal(await selected(), 'Connected');
    await page.page.keyboard.press('ArrowRight');
    assert.equal(await selected(), 'Sequences 3');
    assert.equal(await page.page.locator('[role=tab][tabindex="0"]').count(), 1);
    assert.equal(await page.page.evaluate(() => document.activeElement?.id), 'tab-sequences');
  });

  for (const theme of allThemes) {
    const options = theme === themes.dark ? {} : { runOnly: ['color-contrast'] };
    it(`has no axe-core violations: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      await showWith(page, manyExplanations(1), all, ['neurons/5/131.json']);
      for (const name of await page.page.getByRole('tab').allInnerTexts()) {
        await tab(page, name.replace(/ \d+$/, '')).click();
        await page.settle();
        assert.deepEqual(await violations(page, options), [], name);
      }
    });
  }
});

const titles = (texts: readonly string[]) =>
  texts.map((text) => text.toLowerCase().replace(/\s+/g, ' '));

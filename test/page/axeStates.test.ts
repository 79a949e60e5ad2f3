import assert from 'node:assert/strict';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { madeRun } from '../unit/overview/support/made.ts';
import { violations } from './support/axe.ts';
import { anotherNeuron, twoExplanations } from './support/compared.ts';
import { comparisonPages } from './support/comparisonPage.ts';
import type { ExtensionPage } from './support/extensionPage.ts';
import { manyExplanations, someProblems } from './support/made.ts';
import { showMessage } from './support/messages.ts';
import { neuronPages } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { relatedData } from './support/related.ts';
import { showWith } from './support/siblings.ts';
import { allThemes, type Theme, themes } from './support/themes.ts';

/** Apart from contrast, a theme changes nothing that axe-core looks at. */
const optionsIn = (theme: Theme) => (theme === themes.dark ? {} : { runOnly: ['color-contrast'] });

/** Collects what axe-core finds, by the state of the page. */
function checker(page: Pick<ExtensionPage<never, never, never>, 'page'>, theme: Theme) {
  const found: Record<string, string[]> = {};
  return {
    found,
    check: async (state: string) => {
      const faults = await violations(page, optionsIn(theme));
      if (faults.length > 0) found[state] = faults;
    },
  };
}

describe('no state of a page has axe-core violations', () => {
  const neurons = neuronPages();
  const comparisons = comparisonPages();
  const overviews = overviewPages();

  for (const theme of allThemes) {
    it(`neuron: what opens, ${theme.name}`, async () => {
      const page = await neurons.open({ theme });
      const { found, check } = checker(page, theme);
      const { document, ...rest } = manyExplanations(7);
      const problems = { problems: someProblems, moreProblems: 3 };
      await page.show({ ...rest, document: { ...document, ...problems } });
      await page.send({
        type: 'note',
        uri: document.uri,
        note: { starred: true, verdict: 'partly', note: 'Only ships' },
      });
      await page.page
        .locator('.problems')
        .getByRole('button', { name: /^Show all/ })
        .click();
      await page.openTable();
      await page.page.locator('.explanation-row :checked').focus();
      await page.page.locator('.explanation-row').nth(2).hover();
      await check('problems, note and table');
      await page.openScores();
      await check('scores');
      await page.page.keyboard.press('Escape');
      await (await page.openFind()).fill('(');
      await page.page.getByRole('button', { name: 'Use Regular Expression' }).click();
      await page.page.getByRole('button', { name: 'Match Case' }).click();
      await page.settle();
      await check('find');
      assert.deepEqual(found, {});
    });

    it(`neuron: the analysis, ${theme.name}`, async () => {
      const page = await neurons.open({ theme, width: 1200 });
      const { found, check } = checker(page, theme);
      await page.show(manyExplanations(3));
      await page.page.locator('.analysis .plot svg').first().waitFor();
      await page.page.getByText('Highlight tokens in range').click();
      await page.page.getByLabel('Simulated, from').fill('1');
      await page.page.getByLabel('Simulated, from').press('Enter');
      await page.page.locator('.miss').nth(2).click();
      await check('a miss, and tokens in a range');
      await page.page
        .getByRole('combobox', { name: 'Filter misses' })
        .selectOption('falseNegative');
      const more = page.page.getByRole('button', { name: /^Show \d+ more$/ });
      while ((await more.count()) > 0) await more.first().click();
      await check('filtered, and all rows');
      await page.page.getByRole('button', { name: 'Hide Analysis' }).click();
      await check('hidden');
      assert.deepEqual(found, {});
    });

    it(`neuron: while it loads, and after errors, ${theme.name}`, async () => {
      const page = await neurons.open({ theme });
      const { found, check } = checker(page, theme);
      const { document, sequences } = manyExplanations(1);
      const first = sequences.get(0)!.slice(0, 1);
      const more = showMessage(document, first, { total: 30 });
      page.host = () => undefined;
      await page.send(more);
      await check('more sequences load');
      await page.load(page.page.url());
      page.host = () => ({ error: 'The disk is gone.' });
      await page.send(more);
      await page.page.getByText(/Could not analyse/).waitFor();
      await page.page.getByText(/Could not load the sequences/).waitFor();
      await check('nothing more comes');
      await showWith(page, manyExplanations(1), relatedData);
      page.host = () => undefined;
      const tab = (name: string) => page.page.getByRole('tab', { name });
      await tab('Records').click();
      await page.page.getByText('Loading…').waitFor();
      await check('related data loads');
      page.host = () => ({ error: 'The disk is gone.' });
      await tab('Weights').click();
      await page.page.getByText(/Could not load this data/).waitFor();
      await check('related data is missing');
      assert.deepEqual(found, {});
    });

    it(`comparison, ${theme.name}`, async () => {
      const page = await comparisons.open({ theme });
      const { found, check } = checker(page, theme);
      await page.send({ type: 'failed', reason: 'the thread ended' });
      await check('failed');
      await page.show(twoExplanations, twoExplanations, { left: 0, right: 1 });
      const token = page.page.locator('[data-token="3"]').first();
      await token.click();
      await page.page.getByRole('button', { name: 'Close' }).waitFor();
      await check('one text');
      await page.sideBySide();
      await token.click();
      await check('side by side');
      await page.show(twoExplanations, anotherNeuron);
      page.host = () => ({ error: 'It is gone.' });
      await page.page.getByRole('button', { name: 'Swap Sides' }).click();
      await page.page.getByRole('alert').waitFor();
      await check('two neurons, and a notice');
      assert.deepEqual(found, {});
    });

    it(`overview, ${theme.name}`, async () => {
      const page = await overviews.open({ theme });
      const { found, check } = checker(page, theme);
      await page.showWhole(madeRun(4, 30));
      const first = page.grid.locator('[data-row="1"] [data-column="0"]');
      await first.hover();
      await check('a row under the pointer');
      await first.click();
      await page.page.keyboard.press('ArrowUp');
      await check('a title with the focus');
      page.host = () => ({ error: 'The disk is full.' });
      await page.page.getByRole('button', { name: 'Save Table as CSV…' }).click();
      await page.page.getByRole('alert').waitFor();
      await check('a notice');
      await page.show(new OverviewData(madeRun(4, 30)));
      await page.page.getByLabel('Filter neurons').fill('nothing of the kind');
      await page.page.getByText('No neurons').waitFor();
      await check('nothing passes the filter');
      assert.deepEqual(found, {});
    });
  }
});

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { madeRun } from '../unit/overview/support/made.ts';
import { anotherNeuron, twoExplanations } from './support/compared.ts';
import { comparisonPages } from './support/comparisonPage.ts';
import { manyExplanations, someProblems } from './support/made.ts';
import { neuronPages } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { relatedData } from './support/related.ts';
import { showWith } from './support/siblings.ts';
import { outOfOrder, walkByTab } from './support/tabStops.ts';
import { themes } from './support/themes.ts';

/** Each control is reached in order of reading, with a mark, and the page lets go of the focus. */
async function check({ page }: { readonly page: Page }, least: number): Promise<void> {
  const { reached, missed, unmarked, isTrap } = await walkByTab(page);
  const faults = { missed, unmarked, isTrap, outOfOrder: outOfOrder(reached) };
  assert.deepEqual(faults, { missed: [], unmarked: [], isTrap: false, outOfOrder: [] });
  assert.ok(reached.length >= least, `only ${reached.length} controls`);
}

describe('the keyboard', () => {
  const neurons = neuronPages();
  const comparisons = comparisonPages();
  const overviews = overviewPages();

  for (const theme of [themes.dark, themes.light, themes.highContrast]) {
    it(`reaches all of a neuron: ${theme.name}`, async () => {
      // In one column, so that the order is that from top to bottom.
      const page = await neurons.open({ theme, width: 800 });
      const { document, ...rest } = manyExplanations(3);
      const problems = { problems: someProblems, moreProblems: 3 };
      await page.show({ ...rest, document: { ...document, ...problems } });
      await page.page.locator('.analysis .plot svg').first().waitFor();
      await page.page.getByText('Highlight tokens in range').click();
      await page.page.locator('h1').click();
      await check(page, 35);
    });

    it(`reaches the table of explanations and the find widget: ${theme.name}`, async () => {
      const page = await neurons.open({ theme, width: 800 });
      await page.show(manyExplanations(7));
      await page.openTable();
      await page.openFind();
      await page.page.locator('h1').click();
      await check(page, 35);
    });

    it(`reaches all of a comparison: ${theme.name}`, async () => {
      const page = await comparisons.open({ theme });
      await page.show(twoExplanations, twoExplanations, { left: 0, right: 1 });
      await check(page, 8);
      await page.show(twoExplanations, anotherNeuron);
      await page.page.locator('h1').click();
      await check(page, 6);
    });

    it(`reaches all of an overview: ${theme.name}`, async () => {
      // In one column, too.
      const page = await overviews.open({ theme, width: 640 });
      await page.showWhole(madeRun(4, 30));
      await page.page.getByText('Statistics by layer').first().click();
      await page.page.locator('h1').click();
      await check(page, 14);
    });
  }

  it('reaches related data', async () => {
    const page = await neurons.open({ width: 800 });
    await showWith(page, manyExplanations(2), relatedData);
    for (const name of ['Records', 'Tokens', 'Weights', 'Connected']) {
      await page.page.getByRole('tab', { name, exact: true }).click();
      await page.settle();
      await page.page.locator('h1').click();
      await check(page, 11);
    }
  });

  it('opens and closes the scores, which scroll if they must', async () => {
    const page = await neurons.open({ width: 320, height: 256 });
    await page.show(manyExplanations(2));
    const button = page.page.locator('.score-button');
    await button.press('Enter');
    const scores = page.page.getByRole('dialog', { name: 'Scores' });
    await scores.waitFor();
    await page.page.keyboard.press('Tab');
    await page.page.keyboard.press('End');
    const isAtEnd = () =>
      scores.evaluate(
        ({ scrollTop, scrollHeight, clientHeight }) =>
          scrollHeight > clientHeight && scrollTop + clientHeight >= scrollHeight - 1,
      );
    while (!(await isAtEnd())) await page.settle();
    await page.page.keyboard.press('Escape');
    await scores.waitFor({ state: 'hidden' });
    assert.ok(await button.evaluate((element) => element === document.activeElement));
  });

  it('reaches the button of a pinned card, and returns to its token', async () => {
    const page = await neurons.open();
    await page.show(manyExplanations(1));
    await page.token(0).focus();
    await page.page.keyboard.press('Enter');
    const close = page.card.getByRole('button', { name: 'Close' });
    const isFocused = () => close.evaluate((button) => button === document.activeElement);
    for (let i = 0; i < 5 && !(await isFocused()); i++) await page.page.keyboard.press('Tab');
    assert.ok(await isFocused());
    await page.page.keyboard.press('Enter');
    await close.waitFor({ state: 'detached' });
    assert.ok(await page.token(0).evaluate((token) => token === document.activeElement));
  });
});

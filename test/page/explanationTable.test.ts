import assert from 'node:assert/strict';
import { manyExplanations } from './support/made.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';

const scores = (page: NeuronPage) =>
  page.page.locator('.explanation-row td:nth-child(3)').allInnerTexts();
const places = (page: NeuronPage) =>
  page.page.locator('.explanation-row td:nth-child(1)').allInnerTexts();

describe('the table of explanations', () => {
  const pages = neuronPages();

  it('is for many explanations, the list for few', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(4));
    assert.equal(await page.page.locator('.explanation-table').count(), 0);
    assert.equal(await page.page.locator('.pill').count(), 4);
    await page.show(manyExplanations(5));
    assert.equal(await page.page.locator('.pill').count(), 0);
    await page.openTable();
    assert.equal(await page.page.locator('.explanation-table').count(), 1);
    assert.equal((await page.state()).tableOpen, true);
  });

  it('sorts by each column, and shows by which', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(7));
    await page.openTable();
    const column = (name: string) => page.page.getByRole('columnheader', { name });
    const sortBy = (name: string) => column(name).getByRole('button').click();
    assert.equal(await column('EV correlation').getAttribute('aria-sort'), 'descending');
    await sortBy('EV correlation');
    assert.equal(await column('EV correlation').getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(await scores(page), [
      '−0.13',
      '0.00',
      '0.03',
      '0.50',
      '0.77',
      'undefined',
      '–',
    ]);
    await sortBy('#');
    assert.deepEqual(await places(page), ['1', '2', '3', '4', '5', '6', '7']);
    assert.equal(await column('EV correlation').getAttribute('aria-sort'), null);
    await sortBy('R²');
    assert.equal(await column('R²').getAttribute('aria-sort'), 'descending');
  });

  it('moves by arrow keys, in the visible order', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(7));
    await page.openTable();
    await page.page
      .getByRole('columnheader', { name: 'EV correlation' })
      .getByRole('button')
      .click();
    await page.page.locator('.explanation-row :checked').focus();
    await page.page.keyboard.press('ArrowUp');
    assert.equal((await page.state()).explanation, 1);
    const row = page.page.locator('.explanation-row:has(:checked)');
    assert.equal(await row.getAttribute('data-index'), '1');
  });

  it('selects by a click anywhere in a row', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(7));
    await page.openTable();
    await page.page.locator('[data-index="3"] td').nth(4).click();
    assert.equal((await page.state()).explanation, 3);
  });

  it('compares the selected explanation with another, or with the best other one', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(7));
    await page.openTable();
    await page.page.locator('[data-index="3"]').hover();
    await page.page
      .locator('[data-index="3"]')
      .getByRole('button', { name: 'Compare with Selected Explanation' })
      .click();
    const { uri } = manyExplanations(7).document;
    assert.deepEqual(page.asked, [{ name: 'compare', argument: { uri, left: 0, right: 3 } }]);
    await page.page.getByRole('button', { name: 'Compare Explanations' }).click();
    assert.deepEqual(page.asked.at(-1), {
      name: 'compare',
      argument: { uri, left: 0, right: null },
    });
    await page.show(manyExplanations(1));
    assert.equal(await page.page.getByRole('button', { name: 'Compare Explanations' }).count(), 0);
  });
});

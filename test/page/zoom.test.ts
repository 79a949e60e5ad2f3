import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { madeRun } from '../unit/overview/support/made.ts';
import { clipped } from './support/clipped.ts';
import { anotherNeuron, twoExplanations } from './support/compared.ts';
import { comparisonPages } from './support/comparisonPage.ts';
import { gapsNeuron, manyExplanations, proseSequence, someProblems } from './support/made.ts';
import { hostNeuron } from './support/messages.ts';
import { neuronPages } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { relatedData } from './support/related.ts';
import { showWith } from './support/siblings.ts';

/** Windows of 1280 × 1024 when zoomed in, and one that is only narrow. */
const windows = {
  '400%': { width: 320, height: 256 },
  '200%': { width: 640, height: 512 },
  '320 px': { width: 320, height: 800 },
} as const;

/** How much of the window is covered by what does not scroll with the page, from 0 to 1. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const isFixed = (element: Element | null): boolean => {
      if (!element || element.id === 'root') return false;
      const { position } = getComputedStyle(element);
      return position === 'sticky' || position === 'fixed' || isFixed(element.parentElement);
    };
    let lines = 0;
    for (let y = 0; y < innerHeight; y++)
      if ([0.2, 0.5, 0.8].some((x) => isFixed(document.elementFromPoint(x * innerWidth, y))))
        lines++;
    return lines / innerHeight;
  });

/** The sides of the window that a part crosses. */
const beyond = (part: Locator) =>
  part.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const sides = {
      left: -left,
      top: -top,
      right: right - innerWidth,
      bottom: bottom - innerHeight,
    };
    return Object.entries(sides).flatMap(([side, pixels]) => (pixels > 0.5 ? [side] : []));
  });

const scrollTo = (page: Page, share: number) =>
  page.evaluate((to) => window.scrollTo(0, to * document.documentElement.scrollHeight), share);

for (const [name, size] of Object.entries(windows)) {
  describe(`a page in a window of ${name}`, () => {
    const neurons = neuronPages();
    const comparisons = comparisonPages();
    const overviews = overviewPages();

    it('has the whole neuron', async () => {
      const page = await neurons.open(size);
      const { document, ...rest } = manyExplanations(7);
      const problems = { problems: someProblems, moreProblems: 3 };
      await page.show({ ...rest, document: { ...document, ...problems } });
      await page.send({
        type: 'note',
        uri: document.uri,
        note: { starred: true, verdict: 'partly', note: 'Only ships. '.repeat(20) },
      });
      await page.page
        .locator('.problems')
        .getByRole('button', { name: /^Show all/ })
        .click();
      await page.openTable();
      await page.openFind();
      await page.page.getByText('Highlight tokens in range').click();
      await page.page.locator('.analysis .plot svg').first().waitFor();
      await page.settle();
      // The table scrolls on its own.
      assert.deepEqual(await clipped(page, '.explanation-scroll'), []);
      assert.deepEqual(await beyond(page.page.locator('.find')), []);
    });

    it('has the choice of few explanations', async () => {
      const page = await neurons.open(size);
      await page.show(manyExplanations(4));
      // Each shows the beginning of its text, and the head all of the chosen one.
      assert.deepEqual(await clipped(page, '.pill .explanation-text'), []);
      const widths = await page.page
        .locator('.pill .explanation-text')
        .evaluateAll((texts) =>
          texts.map((text) => Math.min(40, text.scrollWidth) - text.clientWidth),
        );
      assert.ok(
        widths.every((lacking) => lacking <= 0),
        `too short by ${widths.join()}`,
      );
    });

    it('names what each menu has chosen', async () => {
      const page = await neurons.open(size);
      await page.show(manyExplanations(2));
      const lacking = await page.page.locator('.menus select').evaluateAll((menus) =>
        menus.map((menu) => {
          const { style, offsetWidth } = menu as HTMLElement;
          style.minWidth = 'max-content';
          style.position = 'absolute';
          const whole = (menu as HTMLElement).offsetWidth;
          style.minWidth = style.position = '';
          return whole - offsetWidth;
        }),
      );
      assert.ok(
        lacking.every((pixels) => pixels <= 1),
        lacking.join(),
      );
    });

    it('has related data', async () => {
      const page = await neurons.open(size);
      await showWith(page, manyExplanations(2), relatedData);
      for (const tab of ['Records', 'Tokens', 'Weights', 'Connected']) {
        await page.page.getByRole('tab', { name: tab, exact: true }).click();
        await page.settle();
        assert.deepEqual(await clipped(page, '.pill .explanation-text'), [], tab);
      }
    });

    it('has the scores and a token’s card inside', async () => {
      const page = await neurons.open(size);
      await page.show(gapsNeuron());
      const scores = await page.openScores();
      assert.deepEqual(await beyond(scores), []);
      await page.page.keyboard.press('Escape');
      for (const token of [0, 3, 6]) {
        await page.token(token).click();
        await page.settle();
        assert.deepEqual(await beyond(page.card), [], `token ${token}`);
        await page.page.keyboard.press('Escape');
      }
    });

    it('leaves two thirds of the window to the tokens', async () => {
      const page = await neurons.open(size);
      const sequences = Array.from({ length: 20 }, (_, i) => proseSequence(i));
      const text = ' references to the sea, ships, sailing, and whatever else is on the water';
      await page.show(hostNeuron([{ text, sequences }]));
      await scrollTo(page.page, 0.3);
      await page.settle();
      assert.ok((await covered(page.page)) <= 0.34, `${await covered(page.page)}`);
      await page.openFind();
      await page.settle();
      assert.ok((await covered(page.page)) <= 0.5, `${await covered(page.page)} with find`);
    });

    it('shows the whole token that keys move to', async () => {
      const page = await neurons.open(size);
      const sequences = Array.from({ length: 5 }, (_, i) => proseSequence(i));
      await page.show(hostNeuron([{ sequences }]));
      await page.token(0).click();
      await page.page.keyboard.press('Escape');
      for (let i = 0; i < 12; i++) {
        await page.page.keyboard.press('ArrowDown');
        const focused = page.page.locator('.t:focus');
        assert.deepEqual(await beyond(focused), [], `line ${i}`);
        assert.ok(
          await focused.evaluate((token) => {
            const { left, top, height } = token.getClientRects()[0]!;
            const seen = document.elementFromPoint(left + 2, top + height / 2);
            return token.contains(seen) || seen?.closest('.card') !== null;
          }),
          `line ${i} is covered`,
        );
      }
    });

    it('has the whole comparison', async () => {
      const page = await comparisons.open(size);
      await page.show(twoExplanations, twoExplanations, { left: 0, right: 1 });
      assert.deepEqual(await clipped(page), [], 'one text');
      await page.sideBySide();
      assert.deepEqual(await clipped(page), [], 'side by side');
      await scrollTo(page.page, 0.5);
      assert.ok((await covered(page.page)) <= 0.34, `${await covered(page.page)}`);
      await page.show(twoExplanations, anotherNeuron);
      assert.deepEqual(await clipped(page), [], 'two neurons');
    });

    it('has the whole overview', async () => {
      const page = await overviews.open(size);
      await page.showWhole(madeRun(12, 30));
      await page.page.getByText('Statistics by layer').first().click();
      await page.settle();
      // Tables scroll on their own.
      assert.deepEqual(await clipped(page, '.grid, .layer-table, .directory-table'), []);
      await page.grid.locator('[data-row="1"] [data-column="0"]').click();
      for (let i = 0; i < 12; i++) await page.page.keyboard.press('ArrowDown');
      const cell = page.page.locator('.grid-cell:focus');
      assert.deepEqual(await beyond(cell), []);
    });
  });
}

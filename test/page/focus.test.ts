import assert from 'node:assert/strict';
import { manyExplanations, proseSequence } from './support/made.ts';
import { hostNeuron } from './support/messages.ts';
import { neuronPages } from './support/neuronPage.ts';
import { themes } from './support/themes.ts';

describe('what is in front', () => {
  const pages = neuronPages();

  for (const theme of [themes.highContrast, themes.highContrastLight]) {
    it(`shows the focus on selected controls: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      await page.show(manyExplanations(2));
      const chosen = page.page.locator('.pill:has(:checked)');
      const outline = () =>
        chosen.evaluate((element) => {
          const { outlineWidth, outlineColor } = getComputedStyle(element);
          return `${outlineWidth} ${outlineColor}`;
        });
      const without = await outline();
      await page.page.keyboard.press('Tab');
      for (let i = 0; i < 20 && (await chosen.locator(':focus-visible').count()) === 0; i++)
        await page.page.keyboard.press('Tab');
      assert.equal(await chosen.locator(':focus-visible').count(), 1);
      assert.notEqual(await outline(), without);
    });
  }

  it('is the head with the claim, and the toolbar below it, while the tokens scroll', async () => {
    const page = await pages.open({ width: 1000, height: 600 });
    const sequences = Array.from({ length: 20 }, (_, i) => proseSequence(i));
    await page.show(hostNeuron([{ text: ' the sea', sequences }]));
    await page.page.evaluate(() => scrollTo(0, 900));
    await page.settle();
    const [head, toolbar] = await Promise.all(
      ['.head', '.toolbar'].map((part) => page.page.locator(part).boundingBox()),
    );
    assert.ok(head && toolbar);
    assert.deepEqual([head.y, toolbar.y], [0, head.height]);
    for (const part of ['.claim-text', '.legend'])
      assert.ok(
        await page.page.locator(part).evaluate((element) => {
          const { left, top } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(left + 4, top + 4));
        }),
        `${part} is covered`,
      );
  });

  it('is the toolbar, below which the analysis begins, however many lines it has', async () => {
    const page = await pages.open({ width: 920, height: 600 });
    await page.show(
      hostNeuron([{ sequences: Array.from({ length: 30 }, (_, i) => proseSequence(i)) }]),
    );
    await page.page.evaluate(() => {
      document.querySelector<HTMLElement>('.toolbar')!.style.minHeight = '120px';
    });
    await page.page.evaluate(() => scrollTo(0, 400));
    await page.settle();
    const [toolbar, analysis] = await Promise.all(
      ['.toolbar', '.analysis'].map((part) => page.page.locator(part).boundingBox()),
    );
    assert.ok(toolbar && analysis);
    const end = toolbar.y + toolbar.height;
    assert.ok(analysis.y >= end - 1, `${analysis.y} is above ${end}`);
  });
});

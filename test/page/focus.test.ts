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
      const chosen = page.page.locator('.explanation:has(:checked)');
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

  it('is never the tooltip of a score: elements below it can be clicked', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(2));
    await page.page.locator('.term').first().hover();
    const tip = page.page.locator('.tip').first();
    await tip.waitFor();
    const inTip = await tip.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return element.contains(at);
    });
    assert.equal(inTip, false);
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
    assert.equal(Math.round(toolbar.y), 0);
    assert.ok(analysis.y >= toolbar.height - 1, `${analysis.y} is above ${toolbar.height}`);
  });
});

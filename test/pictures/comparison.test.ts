import { readFileSync } from 'node:fs';
import { sharedOrSkip } from '../host/skip.ts';
import { comparisonPages, readNeuron } from '../page/support/comparisonPage.ts';
import { allThemes, themes } from '../page/support/themes.ts';

/** Pictures to look at, in `out/screenshots`. */
describe('the comparison, in pictures', () => {
  const pages = comparisonPages();

  it('draws explanations of one neuron, and of two (needs shared/data)', async function () {
    const run = sharedOrSkip(this, 'data/reference-run/explanations');
    const read = (layer: number, neuron: number) =>
      readNeuron(readFileSync(`${run}/${layer}/${neuron}.jsonl`), { layer, neuron });
    const page = await pages.open({ width: 1180, height: 1000 });
    const own = read(5, 17);
    await page.show(own, own, { left: 0, right: 1 });
    for (const theme of allThemes) {
      await page.setTheme(theme);
      await page.page.locator('[data-sequence="0"] [data-token="5"]').hover();
      await page.settle();
      await page.screenshot(`comparison-own-${theme.name}`, false);
    }
    await page.setTheme(themes.dark);
    await page.show(own, read(5, 5820));
    await page.screenshot('comparison-two', false);
    await page.resize(400, 900);
    await page.show(own, own, { left: 0, right: 1 });
    await page.screenshot('comparison-narrow', false);
  });
});

import assert from 'node:assert/strict';
import { barOf, contrastOf, hueOf, looksOf, strength, transparent } from './support/looks.ts';
import { oneSequence } from './support/messages.ts';
import { neuronPages } from './support/neuronPage.ts';
import { allThemes, themes } from './support/themes.ts';

const background = themes.dark.variables['editor-background']!;

/** Faults of other viewers that the tests of colours, tokens, content and the card leave out. */
describe('the faults of other viewers: the page', () => {
  const pages = neuronPages();

  it('colours all-negative values by strength, and not as positive', async () => {
    const page = await pages.open();
    await page.show(
      oneSequence({ tokens: [' a', ' b', ' c'], actual: [-4, -2, -0.5], simulated: [-1, -3, -2] }),
    );
    const looks = await looksOf(page);
    const [strong, half, faint] = looks.map((look) => strength(look.background, background));
    assert.ok(strong! > half! + 0.1 && half! > faint! + 0.1 && faint! < 0.1);
    await page.show(oneSequence({ tokens: [' a', ' b'], actual: [4, 2], simulated: [0, 0] }));
    const positive = hueOf((await looksOf(page))[0]!.background);
    assert.ok(Math.abs(positive - hueOf(looks[0]!.background)) > 60);
  });

  it('gives the largest value the strongest colour, wherever it is', async () => {
    const page = await pages.open();
    const actual = [...Array.from({ length: 40 }, () => 0.1), 0.5];
    const tokens = actual.map((_, i) => ` w${i}`);
    await page.show(oneSequence({ tokens, actual, simulated: actual.map(() => 0) }));
    const looks = await looksOf(page);
    const [first, last] = [looks[0]!, looks.at(-1)!];
    assert.ok(strength(last.background, background) > 0.3);
    assert.ok(strength(first.background, background) < 0.2);
  });

  it('shows agreement in scale as agreement, and disagreement as disagreement', async () => {
    const page = await pages.open();
    await page.show(oneSequence({ tokens: [' a', ' b'], actual: [0, 10], simulated: [0, 1] }));
    const bar = barOf((await looksOf(page))[1]!)!;
    assert.ok(strength(bar, background) < 0.15, 'a tenth of what there is is no full bar');
  });

  it('opens a list of 300,000 values', async () => {
    const page = await pages.open();
    const actual = Array.from({ length: 300_000 }, (_, i) => (i === 10 ? 7 : 0));
    await page.show(oneSequence({ tokens: actual.map(() => 'x'), actual, simulated: actual }));
    await page.choose('Scale', 'Scale: each sequence');
    assert.match(await page.page.locator('.sequence-scale').innerText(), /actual 0 to 7/);
    assert.notEqual((await looksOf(page))[10]!.background, transparent);
  });

  for (const theme of allThemes) {
    it(`writes uncoloured tokens in the theme’s own colour: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      await page.show(oneSequence({ tokens: [' a', ' b'], actual: [0, 5], simulated: [0, 5] }));
      const [plain] = await looksOf(page);
      assert.equal(plain!.background, transparent);
      assert.ok(contrastOf(plain!, theme.variables['editor-background']!) >= 4.5);
    });
  }
});

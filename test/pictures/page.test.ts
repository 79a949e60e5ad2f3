import { failure, showMessage } from '../page/support/messages.ts';
import { gapsNeuron, manyExplanations, oddNeuron, someProblems } from '../page/support/made.ts';
import { modeNames, neuronPages, type NeuronPage } from '../page/support/neuronPage.ts';
import { readNeuron } from '../page/support/real.ts';
import { serveFile } from '../page/support/served.ts';
import { allThemes } from '../page/support/themes.ts';
import { sharedOrSkip } from '../host/skip.ts';

/** Pictures to look at, in `out/screenshots`; what must hold of them is in the other tests. */
describe('the page, in pictures', () => {
  const pages = neuronPages();

  async function inAllThemes(page: NeuronPage, name: string): Promise<void> {
    for (const theme of allThemes) {
      await page.setTheme(theme);
      await page.settle();
      await page.screenshot(`${name}-${theme.name}`, false);
    }
  }

  it('draws real neurons wide and narrow, with a card (needs shared/data)', async function () {
    const wide = sharedOrSkip(this, 'data/reference-run/explanations/5/17.jsonl');
    const narrow = sharedOrSkip(this, 'data/gpt2-xl-paper/explanations/6/3251.jsonl');
    const page = await pages.open({ width: 1180, height: 1000 });
    await page.show(readNeuron(wide));
    await page.token(6).hover();
    await inAllThemes(page, 'wide');
    const small = await pages.open({ width: 360, height: 900 });
    await small.show(readNeuron(narrow));
    await small.token(25).hover();
    await inAllThemes(small, 'narrow');
  });

  it('draws every mode, wide, narrow, and at 200 % (needs shared/data)', async function () {
    const calibrated = sharedOrSkip(this, 'data/reference-run/explanations/5/17.jsonl');
    const normalized = sharedOrSkip(this, 'data/gpt2-xl-paper/explanations/6/3251.jsonl');
    const page = await pages.open({ width: 1180, height: 800 });
    await serveFile(page, calibrated);
    for (const width of [500, 1000, 1900]) {
      await page.page.setViewportSize({ width, height: 800 });
      for (const mode of modeNames) {
        await page.setMode(mode);
        await page.token(6).hover();
        await page.card.locator('.histogram').waitFor();
        await inAllThemes(page, `mode-${mode}-${width}`);
      }
    }
    await page.choose('Scale', 'Scale: each sequence');
    await page.choose('Simulation', 'Uncalibrated');
    await page.choose('Tokens around peaks', '5 tokens around peaks');
    await page.find('the');
    await page.token(6).click();
    await inAllThemes(page, 'choices');
    for (const [name, width] of [
      ['narrow', 360],
      ['zoomed', 590],
    ] as const) {
      await page.page.setViewportSize({ width, height: 800 });
      await serveFile(page, normalized);
      await page.setMode('Difference');
      await inAllThemes(page, `choices-${name}`);
    }
  });

  it('draws odd tokens, gaps, explanations, problems, a failure', async () => {
    const page = await pages.open({ width: 800, height: 900 });
    await page.show(oddNeuron());
    await page.token(12).click();
    await inAllThemes(page, 'odd');
    await page.show(gapsNeuron());
    await page.token(5).hover();
    await inAllThemes(page, 'gaps');
    const many = manyExplanations(7);
    const problems = { problems: someProblems, moreProblems: 2, uri: 'file:///many' };
    await page.show({ ...many, document: { ...many.document, ...problems } });
    await inAllThemes(page, 'many');
    await page.send(showMessage(failure(), null));
    await inAllThemes(page, 'failure');
  });
});

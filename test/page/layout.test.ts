import assert from 'node:assert/strict';
import { failure, hostNeuron, showMessage } from './support/messages.ts';
import {
  gapsNeuron,
  manyExplanations,
  oddNeuron,
  proseSequence,
  someProblems,
} from './support/made.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { themes } from './support/themes.ts';

/** What sticks out of the window, or out of its own box. */
const clipped = (page: NeuronPage) =>
  page.page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>(
      '#root *:not(.sr-only, .sr-only *)',
    )) {
      const name = `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 30)}`;
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside ${name}`);
      const style = getComputedStyle(element);
      if (style.display === 'inline' || style.overflowX === 'visible') continue;
      // What is typed may be longer than its field.
      if (element instanceof HTMLInputElement) continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`clipped ${name}`);
    }
    return found;
  });

describe('the page’s layout', () => {
  const pages = neuronPages();

  for (const theme of [themes.dark, themes.highContrast]) {
    it(`fits every width without scrolling sideways or clipping: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      const many = manyExplanations(7);
      const document = { ...many.document, problems: someProblems, moreProblems: 0 };
      for (const neuron of [oddNeuron(), gapsNeuron(), { ...many, document }, null]) {
        if (neuron) {
          await page.show(neuron);
          await page.choose('Scale', 'Locked');
          await page.setMode('Difference');
          await page.page.getByLabel('5 tokens around peaks').check({ force: true });
          await page.page.getByLabel('Find in tokens').fill('nothing of the kind');
        } else await page.send(showMessage(failure({ path: 'a/'.repeat(200) }), null));
        for (const width of [300, 400, 600, 720, 1000, 1600]) {
          await page.page.setViewportSize({ width, height: 800 });
          assert.deepEqual(await clipped(page), [], `at ${width}`);
        }
      }
    });
  }

  it('keeps the toolbar visible if there is room', async () => {
    const page = await pages.open({ width: 1000, height: 600 });
    const sequences = Array.from({ length: 20 }, (_, i) => proseSequence(i));
    await page.show(hostNeuron([{ sequences }]));
    await page.page.evaluate(() => scrollTo(0, 900));
    const top = async () => (await page.page.locator('.toolbar').boundingBox())!.y;
    assert.equal(await top(), 0);
    await page.page.setViewportSize({ width: 400, height: 400 });
    assert.ok((await top()) < 0);
  });
});

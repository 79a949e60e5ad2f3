import assert from 'node:assert/strict';
import { failure, hostNeuron, showMessage } from './support/messages.ts';
import {
  gapsNeuron,
  manyExplanations,
  oddNeuron,
  proseSequence,
  someProblems,
} from './support/made.ts';
import { clipped } from './support/clipped.ts';
import { neuronPages } from './support/neuronPage.ts';
import { themes } from './support/themes.ts';

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

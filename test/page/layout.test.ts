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
import { showWith } from './support/siblings.ts';
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
          if (neuron.document.explanations.length > 4) await page.openTable();
          await page.choose('Scale', 'Scale: locked');
          await page.setMode('Difference');
          await page.choose('Tokens around peaks', '5 tokens around peaks');
          await (await page.openFind()).fill('nothing of the kind');
        } else await page.send(showMessage(failure({ path: 'a/'.repeat(200) }), null));
        for (const width of [300, 400, 600, 720, 1000, 1600]) {
          await page.page.setViewportSize({ width, height: 800 });
          assert.deepEqual(await clipped(page), [], `at ${width}`);
        }
      }
    });
  }

  it('keeps the head visible, and the toolbar if there is room', async () => {
    const page = await pages.open({ width: 1000, height: 600 });
    const sequences = Array.from({ length: 20 }, (_, i) => proseSequence(i));
    await page.show(hostNeuron([{ sequences }]));
    await page.page.evaluate(() => scrollTo(0, 900));
    const top = async (part: string) => (await page.page.locator(part).boundingBox())!.y;
    assert.equal(await top('.head'), 0);
    assert.ok((await top('.toolbar')) > 0);
    await page.page.setViewportSize({ width: 400, height: 400 });
    assert.equal(await top('.head'), 0);
    assert.ok((await top('.toolbar')) < 0);
    // As if zoomed in to 400%.
    await page.page.setViewportSize({ width: 320, height: 256 });
    assert.ok((await top('.head')) < 0);
  });

  for (const missing of [[], ['neurons/5/131.json']]) {
    it(`keeps the analysis in place at the end of the page: ${missing.length} missing`, async () => {
      const page = await pages.open({ width: 1100, height: 600 });
      const sequences = Array.from({ length: 20 }, (_, i) => proseSequence(i));
      await showWith(page, hostNeuron([{ sequences }]), [], missing);
      await page.page.locator('.misses').waitFor();
      const top = async () => (await page.page.locator('.analysis').boundingBox())!.y;
      await page.page.evaluate(() => scrollTo(0, 600));
      const before = await top();
      await page.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.settle();
      assert.equal(await top(), before);
    });
  }

  // Widths of the page in an editor of a window of 1,400 px, and in editors of 700 and 500 px.
  for (const [width, height, single, pair] of [
    [1060, 800, 160, 185],
    [660, 800, 200, 200],
    [460, 800, 260, 260],
  ] as const) {
    it(`shows the first token near the top: ${width} px`, async () => {
      const page = await pages.open({ width, height });
      const top = async () =>
        page.page.evaluate(
          () => document.querySelector('[data-token]')!.getBoundingClientRect().top,
        );
      const sequences = Array.from({ length: 10 }, (_, i) => proseSequence(i));
      const text = ' references to the sea, ships, and sailing';
      await page.show(hostNeuron([{ text, sequences }]));
      assert.ok((await top()) <= single, `${await top()} px`);
      await page.show(
        hostNeuron([
          { text, sequences },
          { text: ' words about travel', sequences },
        ]),
      );
      assert.ok((await top()) <= pair, `${await top()} px with two explanations`);
    });
  }

  it('cuts no menu, in a narrow editor either', async () => {
    const page = await pages.open({ width: 1800, height: 800 });
    await page.show(hostNeuron([{ sequences: [proseSequence(0)] }]));
    const widths = () =>
      page.page
        .locator('.menus select')
        .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().width)));
    const whole = await widths();
    assert.ok(whole.length >= 4);
    for (const width of [960, 760, 660, 460, 360]) {
      await page.page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await widths(), whole, `at ${width} px`);
    }
  });

  it('uses the width of the window, and resizes the analysis by mouse and keys', async () => {
    const page = await pages.open({ width: 1800, height: 800 });
    const sequences = Array.from({ length: 10 }, (_, i) => proseSequence(i));
    const neuron = hostNeuron([{ sequences }]);
    await page.show(neuron);
    const boxOf = async (part: string) => (await page.page.locator(part).boundingBox())!;
    const before = await boxOf('.analysis');
    assert.ok(before.x + before.width > 1750);
    assert.ok((await boxOf('.sequences')).width > 1200);
    const sash = page.page.getByRole('separator', { name: 'Resize Analysis' });
    await sash.hover();
    await page.page.mouse.down();
    await page.page.mouse.move(before.x - 100, 400);
    await page.page.mouse.up();
    const { width } = await boxOf('.analysis');
    assert.ok(Math.abs(width - before.width - 100) <= 4, `${width} after ${before.width}`);
    await sash.press('ArrowRight');
    assert.equal((await boxOf('.analysis')).width, width - 20);
    await page.keeps({ ...(await page.state()), analysisWidth: width - 20 });
    await sash.dblclick();
    assert.equal((await boxOf('.analysis')).width, before.width);
  });
});

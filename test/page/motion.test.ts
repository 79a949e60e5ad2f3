import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { madeRun } from '../unit/overview/support/made.ts';
import { twoExplanations } from './support/compared.ts';
import { comparisonPages } from './support/comparisonPage.ts';
import { manyExplanations } from './support/made.ts';
import { showMessage } from './support/messages.ts';
import { neuronPages } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { themes } from './support/themes.ts';

/** What moves in the page, or would on a change. */
const moving = ({ page }: { readonly page: Page }) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const { animationName, transitionDuration, scrollBehavior } = style;
        const moves =
          animationName !== 'none' ||
          transitionDuration.split(', ').some((time) => parseFloat(time) > 0) ||
          scrollBehavior === 'smooth';
        return moves ? [`${element.tagName}.${element.getAttribute('class')} ${part ?? ''}`] : [];
      }),
    ),
  );

const progress = ({ page }: { readonly page: Page }) =>
  page.locator('.progress').evaluate((element) => {
    const { opacity, width } = getComputedStyle(element, '::before');
    return { opacity, isWhole: parseFloat(width) === element.clientWidth };
  });

describe('a page with reduced motion', () => {
  const neurons = neuronPages();
  const comparisons = comparisonPages();
  const overviews = overviewPages();
  const still = { ...themes.dark, classes: 'vscode-dark vscode-reduce-motion' };
  const ways = {
    'of the system': { media: { reducedMotion: 'reduce' } },
    'of VS Code': { theme: still },
  } as const;

  it('moves without it, so that the next tests can fail', async () => {
    const page = await neurons.open();
    assert.deepEqual(await moving(page), ['DIV.progress ::before']);
  });

  for (const [whose, way] of Object.entries(ways)) {
    it(`shows progress that stands still: that ${whose}`, async () => {
      for (const pages of [neurons, comparisons, overviews]) {
        const page = await pages.open(way);
        assert.deepEqual(await moving(page), []);
        assert.deepEqual(await progress(page), { opacity: '1', isWhole: true });
      }
    });

    it(`has nothing that moves: that ${whose}`, async () => {
      const neuron = await neurons.open(way);
      const { document, sequences } = manyExplanations(7);
      neuron.host = () => undefined;
      await neuron.send(showMessage(document, sequences.get(0)!, { total: 30 }));
      await neuron.page.locator('.codicon-loading').waitFor();
      await neuron.openTable();
      await neuron.openFind();
      await neuron.openScores();
      assert.deepEqual(await moving(neuron), []);
      const comparison = await comparisons.open(way);
      await comparison.show(twoExplanations, twoExplanations, { left: 0, right: 1 });
      assert.deepEqual(await moving(comparison), []);
      const overview = await overviews.open(way);
      await overview.show(new OverviewData(madeRun(2, 10)));
      assert.deepEqual(await moving(overview), []);
    });
  }
});

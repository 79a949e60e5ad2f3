import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { madeRun } from '../unit/overview/support/made.ts';
import { anotherNeuron, twoExplanations } from './support/compared.ts';
import { comparisonPages } from './support/comparisonPage.ts';
import { manyExplanations } from './support/made.ts';
import { hostNeuron, oneSequence } from './support/messages.ts';
import { neuronPages } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { relatedData } from './support/related.ts';
import { showWith } from './support/siblings.ts';

const sequence = {
  tokens: [' sea', ' was', '\n', ' calm', ' today'],
  actual: [4, 0, -2.5, 1, 0.5],
  simulated: [3, 0, 0, 1, 0],
};
const strongest = 'Strongest activations: “sea” 4, line break minus 2.50, “calm” 1.';

/** The descriptions of elements, as a browser gives them to screen readers. */
const descriptions = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const id = element.getAttribute('aria-describedby');
      return (id && document.getElementById(id)?.textContent) ?? '';
    }),
  );

/** The names of all groups; empty for one without. */
const groupNames = (page: Page) =>
  page.locator('[role="group"]').evaluateAll((groups) =>
    groups.map((group) => {
      const id = group.getAttribute('aria-labelledby');
      const label = id
        ? document.getElementById(id)?.textContent
        : group.getAttribute('aria-label');
      return label?.trim() ?? '';
    }),
  );

describe('what screen readers are told', () => {
  const neurons = neuronPages();
  const comparisons = comparisonPages();
  const overviews = overviewPages();

  it('are the strongest tokens of a sequence, with their values, in a sentence', async () => {
    const page = await neurons.open();
    await page.show(oneSequence({ ...sequence, score: 0.5 }));
    assert.deepEqual(await descriptions(page.page, '.sequence'), [strongest]);
    const item = page.page.locator('.sequences').getByRole('listitem');
    const text = (await item.innerText()).replace(/\s+/g, ' ');
    assert.match(text, /Sequence 1 .*EV correlation of this sequence: 0\.50\. .*Strongest/);
  });

  it('are those of a record, too', async () => {
    const page = await neurons.open();
    await showWith(page, manyExplanations(1), relatedData);
    await page.page.getByRole('tab', { name: 'Records' }).click();
    await page.page.locator('.related-data .sequence').first().waitFor();
    const [first] = await descriptions(page.page, '.related-data .sequence');
    assert.equal(first, 'Strongest activations: “sea” 9, “was” minus 2.');
  });

  it('are those of compared sequences, once for each text', async () => {
    const page = await comparisons.open();
    const told = () =>
      page.page
        .locator('.row')
        .first()
        .getByText(/^Strongest activations: .+ \d\.\d\d, .+\.$/)
        .count();
    await page.show(twoExplanations, twoExplanations, { left: 0, right: 1 });
    assert.equal(await told(), 1);
    await page.sideBySide();
    assert.equal(await told(), 1);
    await page.show(twoExplanations, anotherNeuron);
    assert.equal(await told(), 2, 'two neurons');
  });

  it('are groups with names', async () => {
    const page = await neurons.open();
    const of = (maximum: number) => ({ ...sequence, actual: [0, maximum, 0, 0, 0] });
    await page.show(hostNeuron([{ sequences: [4, 3.9, 0.1, 0.2].map(of) }]));
    await page.page.locator('.analysis .plot svg').first().waitFor();
    await page.page.getByText('Highlight tokens in range').click();
    await page.token(1).click();
    assert.deepEqual(await groupNames(page.page), [
      'Your verdict',
      'Neuron',
      'Top-activating · 2',
      'Random · 2',
      'Token',
      'Simulated',
      'Actual',
    ]);
    await showWith(page, manyExplanations(1), relatedData);
    await page.page.getByRole('tab', { name: 'Records' }).click();
    await page.page.locator('.related-data .sequence').first().waitFor();
    assert.deepEqual((await groupNames(page.page)).slice(-2), ['Top-activating 9', 'Random 1']);
    const comparison = await comparisons.open();
    await comparison.show(twoExplanations, anotherNeuron);
    assert.deepEqual(await groupNames(comparison.page), ['Comparison']);
    const overview = await overviews.open();
    await overview.show(new OverviewData(madeRun(2, 10)));
    assert.deepEqual(await groupNames(overview.page), ['Selection']);
  });

  it('are scores in sentences', async () => {
    const page = await neurons.open();
    await page.show(oneSequence(sequence, { scores: { evCorrelation: 0.2, rSquared: null } }));
    const button = page.page.locator('.score-button');
    assert.equal(
      (await button.ariaSnapshot()).replace(/^- button "|"$/g, ''),
      'EV correlation 0.20. A score does not match the stored tokens. Abs. dev. 0.50.',
    );
    const scores = await page.openScores();
    const texts = await scores
      .locator('dd:not(.score-value), p')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).innerText.trim()));
    for (const text of texts) assert.match(text, /^[A-Z0-9].*\.$/s);
    assert.ok(
      texts.some((text) => /These 5 tokens give/i.test(text)),
      texts.join('\n'),
    );
  });
});

import assert from 'node:assert/strict';
import { activationHistogram } from '../../src/analysis/activationHistogram.ts';
import type { ActivationsMessage } from '../../src/neuron/contract/protocol.ts';
import { violations } from './support/axe.ts';
import { clipped } from './support/clipped.ts';
import { proseSequence } from './support/made.ts';
import { hostNeuron, type HostNeuron } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { allThemes } from './support/themes.ts';

const three = hostNeuron([{ sequences: [0, 1, 2].map((i) => proseSequence(i)) }]);

/** Thousands at rest and a few that are not; the sequences reach 2, 5 and 8. */
const ofRecords: ActivationsMessage = {
  ...activationHistogram(
    [Array.from({ length: 5000 }, (_, i) => -(i % 18) / 100), [1, 2, 2.5, 8, 9.5]],
    [[2], [5, 0], [8]],
  )!,
  source: 'records',
  texts: 40,
};

const withActivations = (activations: ActivationsMessage | null): HostNeuron => ({
  ...three,
  activations: () => activations,
});

const section = (page: NeuronPage) =>
  page.page.getByRole('region', { name: 'Activation histogram' });

describe('the activation histogram', () => {
  const pages = neuronPages();

  it('draws the record’s activations, and where the sequences lie', async () => {
    const page = await pages.open({ width: 1100 });
    await page.show(withActivations(ofRecords));
    const bars = section(page).locator('.activations-bar');
    await bars.first().waitFor();
    const heights = await bars.evaluateAll((all) =>
      all.map((it) => Number(it.getAttribute('height'))),
    );
    assert.equal(heights.length, 32);
    assert.equal(heights[0], 100);
    assert.ok(heights.at(-1)! > 5, 'a single activation can be seen');
    const [first, , third] = await section(page)
      .locator('.activations-maximum')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().x));
    const last = (await bars.nth(31).boundingBox())!;
    assert.ok(first! < third! && third! < last.x);
    assert.match(
      (await section(page).innerText()).replace(/\s+/g, ' '),
      /5,005 activations in 40 activation records\. Half are at most −0\.0800, 99% at most 0\. Log scale\. Marks below: the largest activation of each sequence here\./,
    );
    const labels = await section(page).locator('.activations-counts span').allInnerTexts();
    assert.deepEqual(labels, ['1', '100']);
  });

  it('is a table for screen readers', async () => {
    const page = await pages.open({ width: 1100 });
    await page.show(withActivations(ofRecords));
    const rows = section(page).getByRole('row');
    await rows.first().waitFor();
    const texts = await rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')),
    );
    assert.equal(texts[0], 'Activation | Tokens | Sequences with their largest activation here');
    assert.match(texts[1]!, /^−0\.17 to 0\.13 \| 5,000 \| 0$/);
    assert.match(texts.at(-1)!, /to 9\.50 \| 1 \| 0$/);
    assert.ok(
      texts.some((text) => /\| 0 \| 1$/.test(text)),
      'a sequence where no record is',
    );
  });

  it('counts the sequences without a record, and says if there is nothing to draw', async () => {
    const page = await pages.open({ width: 1100 });
    await page.show(three);
    await section(page).getByText('192 activations in 3 sequences.').waitFor();
    const dead = activationHistogram([[0, 0]], [[0, 0]])!;
    await page.show(withActivations({ ...dead, source: 'sequences', texts: 1 }));
    await section(page).getByText('2 activations in 1 sequences. All are 0.').waitFor();
    assert.equal(await section(page).locator('svg').count(), 0);
    await page.show(withActivations(null));
    assert.equal(await section(page).count(), 0);
  });

  it('counts again when the record changes', async () => {
    const page = await pages.open({ width: 1100 });
    const asked = () => page.requests.filter(({ name }) => name === 'activations').length;
    await page.show(withActivations(ofRecords));
    await section(page).waitFor();
    assert.equal(asked(), 1);
    const { uri } = three.document;
    await page.send({ type: 'relatedDataChanged', uri, kind: 'records' });
    assert.equal(asked(), 2);
  });

  it('is not asked for while the analysis is closed', async () => {
    const page = await pages.open({ width: 1100 });
    await page.show(three);
    await section(page).waitFor();
    await page.page.getByRole('button', { name: 'Hide Analysis' }).click();
    page.requests = [];
    await page.show({ ...three, document: { ...three.document, uri: 'file:///other' } });
    assert.deepEqual(
      page.requests.map(({ name }) => name).filter((name) => name === 'activations'),
      [],
    );
  });

  for (const theme of allThemes) {
    it(`has no axe-core violations, and fits narrow windows: ${theme.name}`, async () => {
      const page = await pages.open({ width: 320, theme });
      await page.show(withActivations(ofRecords));
      await section(page).waitFor();
      assert.deepEqual(await clipped(page), []);
      assert.deepEqual(await violations(page), []);
    });
  }
});

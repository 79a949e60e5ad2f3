import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { neuronText } from '../unit/catalog/support/neuronText.ts';
import { madeRun } from '../unit/overview/support/made.ts';
import { clipped } from './support/clipped.ts';
import { comparisonPages, readNeuron } from './support/comparisonPage.ts';
import { gapsNeuron, manyExplanations, oddNeuron, someProblems } from './support/made.ts';
import { failure, showMessage } from './support/messages.ts';
import { neuronPages } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { serveParts } from './support/served.ts';
import { marked } from './support/server.ts';

const tokens = [' the', ' sea', ' was', ' calm'];
const sequence = {
  tokens,
  actual: [0, 4, -1, 2],
  simulated: [0, 9, 3, 0],
  uncalibrated: { tokens, actual: [0, 4, -1, 2], simulated: [0, 9, 3, 0] },
  scores: [0.5],
};
const compared = readNeuron(
  neuronText('5:131', [
    { text: ' the sea', scores: [0.75, 0.5, 0.25], sequences: [sequence] },
    { text: ' calm water', scores: [0.5, null, NaN], sequences: [sequence] },
  ]),
  { layer: 5, neuron: 131 },
);

/** Text of the page that is neither translated nor from a file. */
const untranslated = ({ page }: { readonly page: Page }) =>
  page.evaluate(() => {
    const fromFiles =
      '.tokens, .token-text, .card-token, .explanation-text, .side-text, .path, .problem, ' +
      '.note-text, .failure-path, .failure-detail, .grid-body, .neuron-id, .pill, option';
    const found: string[] = [];
    const tokens = [...document.querySelectorAll('.t')].map((token) => token.textContent.trim());
    const see = (what: string, text: string | null) => {
      let rest = text ?? '';
      // Texts may be in texts.
      while (/⟦[^⟦⟧]*⟧/u.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/gu, '');
      // What is said of a token begins with it.
      for (const token of tokens) if (rest.startsWith(`${token},`)) rest = rest.slice(token.length);
      if (/\p{L}{2}/u.test(rest)) found.push(`${what}: ${text}`);
    };
    for (const element of document.querySelectorAll('#root, #root *')) {
      if (element.closest(fromFiles)) continue;
      // Drawings are hidden from screen readers, for which their parts have names.
      if (!element.closest('svg'))
        for (const name of ['title', 'aria-label', 'placeholder'])
          see(name, element.getAttribute(name));
      const own = [...element.childNodes].filter((node) => node instanceof Text);
      see(element.getAttribute('class') ?? element.tagName, own.map(({ data }) => data).join(''));
    }
    return found;
  });

describe('the neuron’s page in another language', () => {
  const pages = neuronPages();

  it('is in German', async () => {
    const page = await pages.open({ language: 'de' });
    await serveParts(page, [{ text: ' the sea', scores: [0.86], sequences: [sequence] }]);
    assert.equal(await page.page.locator('html').getAttribute('lang'), 'de');
    for (const name of ['Nächstes Neuron', 'In Token suchen', 'Analyse ausblenden'])
      assert.equal(await page.page.getByRole('button', { name }).count(), 1, name);
    for (const name of ['Überlagert', 'Tatsächlich', 'Simuliert', 'Differenz'])
      assert.equal(await page.page.locator('option', { hasText: name }).count(), 1, name);
    await page.page.getByText('Diese 4 Token ergeben').first().waitFor({ state: 'attached' });
    await page.page.getByRole('heading', { name: 'Größte Fehler' }).waitFor();
    // The plots are loaded apart from the page.
    await page.page.locator('.plot text').getByText('tatsächlich').first().waitFor();
    await page.token(1).hover();
    assert.match(await page.card.innerText(), /Token 2 von 4\s+Tatsächlich\s+4/);
  });

  it('fits every width in German', async () => {
    const page = await pages.open({ language: 'de' });
    const many = manyExplanations(7);
    const document = { ...many.document, problems: someProblems, moreProblems: 3 };
    for (const neuron of [oddNeuron(), gapsNeuron(), { ...many, document }]) {
      await page.show(neuron);
      await page.choose('Skala', 'Skala: gesperrt');
      await page.choose('Token einfärben nach', 'Differenz');
      for (const width of [300, 400, 600, 720, 1000, 1600]) {
        await page.page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await clipped(page), [], `at ${width}`);
      }
    }
  });

  it('has no text that cannot be translated', async () => {
    const page = await pages.open({ language: marked });
    await serveParts(page, [{ text: ' the sea', scores: [0.86], sequences: [sequence] }]);
    await page.page.getByRole('heading', { name: 'Largest misses' }).waitFor();
    await page.page.getByText('Show as table').click();
    await page.token(1).click();
    await page.card.waitFor();
    assert.deepEqual(await untranslated(page), []);
    const many = manyExplanations(7);
    const document = { ...many.document, problems: someProblems, moreProblems: 3 };
    for (const neuron of [oddNeuron(), gapsNeuron(), { ...many, document }]) {
      await page.show(neuron);
      await page.page.getByRole('combobox', { name: '⟦Scale⟧' }).selectOption('sequence');
      assert.deepEqual(await untranslated(page), []);
    }
    await page.send(showMessage(failure(), null));
    // What went wrong is from the host, which has translated it.
    assert.deepEqual(
      (await untranslated(page)).filter((text) => !text.startsWith('H2')),
      [],
    );
  });
});

describe('the comparison in another language', () => {
  const pages = comparisonPages();

  it('is in German, at every width', async () => {
    const page = await pages.open({ language: 'de' });
    await page.show(compared, compared, { left: 0, right: 1 });
    assert.equal(await page.page.locator('h1').innerText(), '5:131: zwei Erklärungen');
    await page.page.getByText('Nebeneinander').waitFor({ state: 'attached' });
    for (const width of [300, 400, 600, 1000]) {
      await page.page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await clipped(page), [], `at ${width}`);
    }
  });

  it('has no text that cannot be translated', async () => {
    const page = await pages.open({ language: marked });
    await page.show(compared, compared, { left: 0, right: 1 });
    await page.page.locator('[data-token="1"]').first().click();
    assert.deepEqual(await untranslated(page), []);
  });
});

describe('the overview in another language', () => {
  const pages = overviewPages();

  it('is in German', async () => {
    const page = await pages.open({ language: 'de' });
    await page.show(new OverviewData(madeRun(12, 20)), {
      progress: { state: 'reading', known: 1234, exact: 1234, total: 307_200, listed: true },
    });
    await page.page.getByText('Indizierung: 1,234 von 307,200 Neuronen').waitFor();
    await page.title('Erklärung').waitFor();
    await page.page.locator('.plot text').getByText('Bester Score').first().waitFor();
  });

  it('has no text that cannot be translated', async () => {
    const page = await pages.open({ language: marked });
    await page.show(new OverviewData(madeRun(12, 20)), { title: '', path: '' });
    await page.page.getByText('Statistics by layer').first().click();
    assert.deepEqual(await untranslated(page), []);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import type { SequenceParts } from '../unit/catalog/support/neuronText.ts';
import { violations } from './support/axe.ts';
import { comparisonPages, readNeuron } from './support/comparisonPage.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { serveFile, serveParts } from './support/served.ts';
import { allThemes } from './support/themes.ts';

const cases = ['demo-notebook-logprobs', 'demo-notebook-logprob-free'] as const;
const fileOf = (name: string) => join(root, 'test/fixtures/cases', name, 'explanations/1/1.jsonl');

const scoreItem = (page: NeuronPage, name: string) =>
  page.page.locator('.score-item', { has: page.page.getByText(name, { exact: true }) });
const weightOf = (page: NeuronPage, name: string) =>
  scoreItem(page, name)
    .locator('dd > *')
    .first()
    .evaluate((element) => Number(getComputedStyle(element).fontWeight));
const missRows = (page: NeuronPage) => page.page.locator('.misses tbody tr');
const numberOf = (text: string) => Number.parseFloat(text.replace('\u2212', '-'));

/** A simulation on 0–10 that claims the neuron's units, and nests itself. */
const tokens = [' sea', ' ship', ' land'];
const values = { simulated: [8, 2.5, 0.1], values: [], probabilities: [] };
const copy: SequenceParts = {
  tokens,
  actual: [4, -0.5, 0],
  ...values,
  uncalibrated: { ...values, scale: 'simulated_normalized_activations' },
};

describe('a neuron whose simulation is on 0–10', () => {
  const pages = neuronPages();

  for (const name of cases) {
    it(`has a scale of its own, and one simulation to choose (${name})`, async () => {
      const page = await pages.open({ width: 1100 });
      await serveFile(page, fileOf(name));
      assert.match(await page.legend, /simulated 0 to 10 own scale/);
      assert.equal(await page.page.getByRole('combobox', { name: 'Simulation' }).count(), 0);
      assert.equal(await page.page.getByRole('combobox', { name: 'Scale' }).count(), 1);
      await page.token(0).hover();
      assert.doesNotMatch(await page.card.innerText(), /Uncalibrated/);
    });

    it(`is compared by the range everywhere (${name})`, async () => {
      const page = await pages.open({ width: 1100 });
      await serveFile(page, fileOf(name));
      await missRows(page).first().waitFor();
      const heads = await page.page.locator('.misses thead th').allTextContents();
      assert.deepEqual(heads, ['Token', 'Seq.', 'Actual', 'Mapped', 'Simulated, 0–10']);
      for (const row of await missRows(page).all()) {
        const [actual, mapped, simulated] = (await row.locator('td').allInnerTexts()).slice(1);
        const isHigh = (await row.locator('.falsePositive').count()) === 1;
        assert.equal(numberOf(mapped!) > numberOf(actual!), isHigh, `${mapped} of ${actual}`);
        assert.ok(numberOf(mapped!) <= numberOf(simulated!));
      }
      await page.setMode('Difference');
      assert.match(await page.legend, /own scale; uncoloured below 0\.30; 0–10 mapped to 0–3\.\d/);
    });

    it(`lists misses and top tokens without breaking words (${name})`, async () => {
      const page = await pages.open({ width: 1100 });
      await serveFile(page, fileOf(name));
      await missRows(page).first().waitFor();
      const tokens = page.page.locator('.analysis .numbers .token-text');
      const lines = await tokens.evaluateAll((all) =>
        all.map((token) => [token.textContent, token.getBoundingClientRect().height / 18]),
      );
      assert.ok(lines.length >= 16);
      for (const [token, count] of lines) assert.ok(Number(count) < 1.5, `${token}`);
    });

    it(`marks the scores that are not meaningful (${name})`, async () => {
      const page = await pages.open({ width: 1100 });
      await serveFile(page, fileOf(name));
      assert.doesNotMatch(await page.page.locator('.score-button').innerText(), /R²/);
      await page.openScores();
      assert.equal(await weightOf(page, 'EV correlation'), 600);
      assert.doesNotMatch(await scoreItem(page, 'EV correlation').innerText(), /not meaningful/);
      for (const score of ['R²', 'Absolute deviation explained']) {
        assert.equal(await weightOf(page, score), 400);
        const shown = scoreItem(page, score).locator('dd');
        assert.match(await shown.first().innerText(), /^−\d\.\d\d$/);
        assert.equal(await shown.nth(1).innerText(), 'not meaningful: the simulation is on 0–10');
      }
    });
  }

  it('has misses in one unit, in list, card and announcement', async () => {
    const page = await pages.open({ width: 1100 });
    await serveParts(page, [{ sequences: [copy] }]);
    await missRows(page).first().waitFor();
    const rows = await missRows(page).evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    );
    assert.deepEqual(rows, [
      ['1', '−0.50', '1', '2.50'],
      ['1', '4', '3.20', '8'],
    ]);
    const note = 'For comparison, 0–10 is mapped to 0–4, the largest actual activation.';
    assert.equal(await page.page.getByText(note).count(), 1);
    await missRows(page).nth(1).getByRole('button').click();
    const said = /actual 4, simulated 8 of 10, mapped 3\.20/;
    await page.page.locator('[role=status]', { hasText: said }).waitFor({ state: 'attached' });
    await page.token(0).hover();
    assert.match(
      (await page.card.innerText()).replace(/\s+/g, ' '),
      /Actual 4 Simulated \(expected\) 8 of 10 Mapped 3\.20 Difference \(mapped\) −0\.80/,
    );
    const top = page.page.locator('table[aria-labelledby="top-tokens-heading"] tbody tr').first();
    assert.deepEqual(await top.locator('td').allInnerTexts(), ['1', '4', '3.20', '8']);
  });

  it('has no differences and no misses if no activation is above 0, and says why', async () => {
    const page = await pages.open({ width: 1100 });
    await serveParts(page, [{ sequences: [{ ...copy, actual: [-0.1, -0.02, -0.3] }] }]);
    const why = 'the simulation is on 0–10, and no actual activation is above 0.';
    await page.page.getByText(`No misses: ${why}`).waitFor();
    assert.equal(await missRows(page).count(), 0);
    await page.setMode('Difference');
    await page.page.getByText(`No differences: ${why}`).waitFor();
    assert.match(await page.legend, /^simulated − actual none/);
  });

  it('marks its scores in the table of explanations, and still sorts by them', async () => {
    const page = await pages.open({ width: 1100 });
    const calibrated = { ...copy, uncalibrated: { ...values, simulated: [10, 3, 0] } };
    const scores = (rSquared: number) => [0.5, rSquared, 0.25];
    await serveParts(page, [
      { scores: scores(-3.5), sequences: [copy] },
      ...[0.1, 0.2, 0.3, 0.4].map((rSquared) => ({
        scores: scores(rSquared),
        sequences: [calibrated],
      })),
    ]);
    await page.openTable();
    const cells = (place: number) => page.page.locator(`[data-index="${place}"] td`);
    for (const column of [3, 4]) {
      const cell = cells(0).nth(column);
      assert.match(await cell.innerText(), /\*/);
      assert.equal(await cell.getAttribute('title'), 'not meaningful: the simulation is on 0–10');
      assert.match((await cell.textContent())!, /, not meaningful: the simulation is on 0–10$/);
      assert.doesNotMatch(await cells(1).nth(column).innerText(), /\*/);
    }
    assert.doesNotMatch(await cells(0).nth(2).innerText(), /\*/);
    await page.page.getByText('* not meaningful: the simulation is on 0–10').waitFor();
    await page.page.getByRole('columnheader', { name: 'R²' }).getByRole('button').click();
    const order = await page.page
      .locator('.explanation-row')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['index']));
    assert.deepEqual(order, ['4', '3', '2', '1', '0']);
  });

  for (const theme of allThemes) {
    it(`has no axe-core violations, in the theme ${theme.name}`, async () => {
      const page = await pages.open({ theme, width: 1180, height: 1200 });
      await serveFile(page, fileOf('demo-notebook-logprobs'));
      await missRows(page).nth(1).getByRole('button').click();
      await page.settle();
      await page.screenshot(`units-${theme.name}`, false);
      assert.deepEqual(await violations(page), []);
    });
  }
});

describe('the comparison of a simulation on 0–10', () => {
  const pages = comparisonPages();

  it('marks the scores that are not meaningful, and their difference', async () => {
    const place = { layer: 1, neuron: 1 };
    const [one, other] = cases.map((name) => readNeuron(readFileSync(fileOf(name)), place));
    const page = await pages.open();
    await page.show(one!, other!);
    const row = (name: string) => page.page.locator('.score-table tr', { hasText: name });
    const texts = (name: string) => row(name).locator('td').allTextContents();
    assert.ok((await texts('EV correlation')).every((text) => !text.includes('meaningful')));
    for (const name of ['R²', 'Absolute deviation']) {
      for (const cell of await row(name).locator('td').all()) {
        assert.match((await cell.textContent())!, /, not meaningful: the simulation is on 0–10$/);
        assert.equal(
          await cell.evaluate((element) => Number(getComputedStyle(element).fontWeight)),
          400,
        );
      }
    }
    await page.page.getByText('* not meaningful: the simulation is on 0–10').waitFor();
    await page.screenshot('units-comparison', false);
    assert.deepEqual(await violations(page), []);
  });
});

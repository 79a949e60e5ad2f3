import assert from 'node:assert/strict';
import { differenceEuclidean, parse, wcagContrast } from 'culori';
import type { Locator, Page } from 'playwright-core';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { madeRun } from '../unit/overview/support/made.ts';
import { twoExplanations } from './support/compared.ts';
import { comparisonPages } from './support/comparisonPage.ts';
import type { Opening } from './support/extensionPage.ts';
import { barOf, contrastOf, isDotted, isHatched, looksOf, transparent } from './support/looks.ts';
import { gapsNeuron, manyExplanations, proseSequence } from './support/made.ts';
import { oneSequence } from './support/messages.ts';
import { modeNames, neuronPages } from './support/neuronPage.ts';
import { overviewPages } from './support/overviewPage.ts';
import { relatedData } from './support/related.ts';
import { showWith } from './support/siblings.ts';
import { walkByTab } from './support/tabStops.ts';
import { themes } from './support/themes.ts';

/** Contrast themes of the system, in VS Code themes that are their opposite. */
const systems = {
  light: { theme: themes.dark, media: { forcedColors: 'active', colorScheme: 'light' } },
  dark: { theme: themes.light, media: { forcedColors: 'active', colorScheme: 'dark' } },
} satisfies Record<string, Opening>;

const canvas = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const styleOf = (part: Locator, property: string, pseudo?: string) =>
  part.evaluate((element, [name, of]) => getComputedStyle(element, of).getPropertyValue(name), [
    property,
    pseudo,
  ] as const);
const contrast = (one: string, other: string) => wcagContrast(parse(one)!, parse(other)!);
const apart = differenceEuclidean('oklab');
const difference = (one: string, other: string) => apart(parse(one)!, parse(other)!);

for (const [scheme, opening] of Object.entries(systems)) {
  describe(`a page in a ${scheme} contrast theme of the system`, () => {
    const neurons = neuronPages();
    const comparisons = comparisonPages();
    const overviews = overviewPages();

    it('has the system’s background', async () => {
      const page = await neurons.open(opening);
      const expected = scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)';
      assert.equal(await canvas(page.page), expected);
    });

    it('keeps the colours of tokens, and their text readable', async () => {
      const page = await neurons.open(opening);
      await page.show(oneSequence(proseSequence(1)));
      const background = await canvas(page.page);
      for (const mode of modeNames) {
        await page.setMode(mode);
        const looks = await looksOf(page);
        for (const look of looks)
          assert.ok(contrastOf(look, background) >= 4.5, `${mode}: ${JSON.stringify(look)}`);
        const colours = new Set(
          looks.map((look) => `${look.background} ${barOf(look)} ${look.images}`),
        );
        assert.ok(colours.size >= 6, `${mode}: ${colours.size} colours`);
        const fills = looks.map((look) => look.background).filter((fill) => fill !== transparent);
        const most = Math.max(0, ...fills.map((fill) => difference(fill, background)));
        assert.ok(mode === 'Stacked' || most > 0.2, `${mode}: ${most}`);
      }
    });

    it('keeps the marks of missing values, on text that can be read', async () => {
      const page = await neurons.open(opening);
      await page.show(gapsNeuron());
      const background = await canvas(page.page);
      const looks = await looksOf(page);
      assert.ok(looks.some(isHatched) && looks.some(isDotted));
      for (const look of looks) assert.ok(contrastOf(look, background) >= 4.5);
      const swatches = await page.page
        .locator('.legend .cell')
        .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor));
      assert.ok(new Set(swatches).size > 10);
    });

    it('shows what is pressed, chosen and selected', async () => {
      const page = await neurons.open(opening);
      await showWith(page, manyExplanations(3), relatedData);
      await page.send({
        type: 'note',
        uri: manyExplanations(3).document.uri,
        note: { starred: true, verdict: 'partly', note: '' },
      });
      await page.openFind();
      await page.page.getByRole('button', { name: 'Match Case' }).click();
      const background = await canvas(page.page);
      for (const kind of ['.segment', '.find-toggle']) {
        const [on, off] = await Promise.all(
          ['true', 'false'].map((pressed) =>
            styleOf(
              page.page.locator(`${kind}[aria-pressed=${pressed}]`).first(),
              'background-color',
            ),
          ),
        );
        assert.ok(difference(on!, background) > 0.2 && on !== off, `${kind}: ${on}, ${off}`);
      }
      const tabs = page.page.getByRole('tab');
      const line = (tab: Locator) => styleOf(tab, 'border-bottom-color');
      assert.ok(contrast(await line(tabs.nth(0)), background) >= 3);
      assert.equal(await line(tabs.nth(1)), background);
      const dot = (pill: Locator) => styleOf(pill, 'background-color', '::before');
      const pills = page.page.locator('.pill');
      assert.ok(contrast(await dot(pills.nth(0)), background) >= 3);
      assert.match(await dot(pills.nth(1)), /, 0\)$/);
      const fill = await styleOf(page.page.locator('.score-fill'), 'background-color');
      assert.ok(contrast(fill, background) >= 3, fill);
    });

    it('shows the chosen row, the focus on it, and a miss', async () => {
      const page = await neurons.open({ ...opening, width: 1200 });
      await page.show(manyExplanations(7));
      await page.openTable();
      const background = await canvas(page.page);
      const row = page.page.locator('.explanation-row:has(:checked)');
      const outline = async (part: Locator) => {
        const [line, width, colour] = await Promise.all(
          ['outline-style', 'outline-width', 'outline-color'].map((name) => styleOf(part, name)),
        );
        assert.ok(contrast(colour!, background) >= 3, colour);
        return `${line} ${width} ${colour}`;
      };
      const chosen = await outline(row);
      await row.locator('input').press('ArrowDown');
      assert.notEqual(await outline(row), chosen);
      assert.match(await outline(row), /^solid/);
      await page.page.locator('.miss').first().click();
      assert.match(await outline(page.page.locator('.miss-current')), /^solid/);
    });

    it('shows the focus of each control, in the system’s colour', async () => {
      const neuron = await neurons.open({ ...opening, width: 800 });
      await neuron.show(manyExplanations(3));
      await neuron.page.locator('.analysis .plot svg').first().waitFor();
      assert.deepEqual((await walkByTab(neuron.page)).unmarked, []);
      await neuron.token(2).click();
      const ring = await styleOf(neuron.page.locator('.t:focus'), 'outline-color');
      assert.ok(contrast(ring, await canvas(neuron.page)) >= 3, ring);
      const comparison = await comparisons.open(opening);
      await comparison.show(twoExplanations, twoExplanations, { left: 0, right: 1 });
      assert.deepEqual((await walkByTab(comparison.page)).unmarked, []);
      const overview = await overviews.open(opening);
      await overview.showWhole(madeRun(3, 20));
      assert.deepEqual((await walkByTab(overview.page)).unmarked, []);
    });

    it('draws plots on the system’s background', async () => {
      const page = await neurons.open({ ...opening, width: 1200 });
      await page.show(manyExplanations(2));
      await page.page.locator('.analysis .plot svg').first().waitFor();
      const background = await canvas(page.page);
      for (const [part, property] of [
        ['.plot circle', 'fill'],
        ['.plot text', 'fill'],
        ['.activations-bar', 'fill'],
        ['.activations-axis', 'stroke'],
      ] as const) {
        const colour = await styleOf(page.page.locator(part).first(), property);
        assert.ok(contrast(colour, background) >= 2, `${part}: ${colour}`);
      }
      const overview = await overviews.open(opening);
      await overview.show(new OverviewData(madeRun(4, 50)));
      const fills = await overview.page
        .locator('.plot-drawing rect[fill]')
        .evaluateAll((all) => all.map((rect) => getComputedStyle(rect).fill));
      const strongest = Math.max(...fills.map((fill) => difference(fill, background)));
      assert.ok(strongest > 0.3, `${strongest}`);
      const text = await styleOf(overview.page.locator('.plot-drawing text').first(), 'fill');
      assert.ok(contrast(text, background) >= 4.5, text);
    });

    it('shows progress', async () => {
      const page = await neurons.open(opening);
      const line = await styleOf(page.page.locator('.progress'), 'background-color', '::before');
      assert.ok(contrast(line, await canvas(page.page)) >= 3, line);
    });
  });
}

describe('a page while the contrast theme of the system changes', () => {
  const neurons = neuronPages();
  const overviews = overviewPages();

  it('changes with it', async () => {
    const page = await neurons.open();
    await page.show(oneSequence(proseSequence(1)));
    const usual = await looksOf(page);
    const forced = async (colorScheme: 'light' | 'dark') => {
      await page.page.emulateMedia({ forcedColors: 'active', colorScheme });
      await page.settle();
      return looksOf(page);
    };
    const [light, dark] = [await forced('light'), await forced('dark')];
    assert.notDeepEqual(light, usual);
    assert.notDeepEqual(dark, light);
    await page.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    await page.settle();
    assert.deepEqual(await looksOf(page), usual);
  });

  it('is light or dark as its background, whatever VS Code says the system prefers', async () => {
    const { theme, media } = systems.dark;
    const page = await overviews.open({ theme, media });
    await page.show(new OverviewData(madeRun(3, 20)));
    const fills = () =>
      page.page
        .locator('.plot-drawing rect[fill]')
        .evaluateAll((all) => all.map((rect) => getComputedStyle(rect).fill));
    const expected = await fills();
    await page.page.evaluate(() => {
      const real = window.matchMedia.bind(window);
      window.matchMedia = (query) =>
        real(query.replace('color-scheme: light', 'color-scheme: dark'));
      document.body.className = 'vscode-dark';
    });
    await page.settle();
    assert.deepEqual(await fills(), expected);
  });

  it('is measured once per change', async () => {
    const { theme, media } = systems.dark;
    const page = await overviews.open({ theme, media });
    await page.show(new OverviewData(madeRun(3, 20)));
    const probes = await page.page.evaluate(async () => {
      let count = 0;
      const root = document.documentElement;
      const append = root.append.bind(root);
      root.append = (...nodes) => {
        count++;
        append(...nodes);
      };
      const changed = new Promise((resolve) => {
        const observer = new MutationObserver(resolve);
        observer.observe(document.body, { attributes: true });
      });
      document.body.className = 'vscode-dark';
      await changed;
      return count;
    });
    assert.equal(probes, 1);
  });
});

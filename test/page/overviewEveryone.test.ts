import assert from 'node:assert/strict';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { emptyDirectory, madeRun, put, row } from '../unit/overview/support/made.ts';
import { violations } from './support/axe.ts';
import { overviewPages, type OverviewPage } from './support/overviewPage.ts';
import { allThemes, themes } from './support/themes.ts';

const small = () => new OverviewData(madeRun(12, 50));

/** What sticks out of the window. */
const outside = (page: OverviewPage) =>
  page.page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    const all = document.querySelectorAll<HTMLElement>('#root *:not(.sr-only, .grid *)');
    for (const element of all) {
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1)
        found.push(`${element.tagName}.${element.className}: ${element.textContent?.slice(0, 30)}`);
    }
    return found;
  });

describe('the overview for everyone', () => {
  const pages = overviewPages();

  for (const theme of allThemes) {
    it(`has no axe-core violations: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      assert.deepEqual(await violations(page), [], 'waiting');
      await page.show(small(), {
        progress: { state: 'reading', known: 5, exact: 5, total: 600, listed: false },
      });
      await page.page.getByText('Statistics by layer').first().click();
      await page.brush([0.2, 0.1], [0.5, 0.5]);
      await page.grid.locator('[data-row="2"] [data-column="0"]').click();
      assert.deepEqual(await violations(page), [], 'selected');
      await page.page.getByLabel('Filter neurons').fill('score:x');
      await page.page.getByText(/Expected none/).waitFor();
      assert.deepEqual(await violations(page), [], 'a query that is none');
      await page.show(new OverviewData(madeRun(2, 50), '1'));
      await page.showDirectories([
        ['run', madeRun(2, 50)],
        ['another run', emptyDirectory()],
      ]);
      assert.deepEqual(await violations(page), [], 'a layer');
      await page.show(new OverviewData(emptyDirectory()));
      assert.deepEqual(await violations(page), [], 'empty');
      const failure = { title: 'Overview of run', path: 'run', reason: 'Gone.', detail: 'Wait.' };
      await page.send({ type: 'failed', failure });
      assert.deepEqual(await violations(page), [], 'failed');
    });
  }

  it('reads as headings, tables, a figure in words, and a grid', async () => {
    const page = await pages.open();
    await page.show(small());
    const tree = await page.page.locator('body').ariaSnapshot();
    assert.match(tree, /- heading "Overview of explanations" \[level=1\]/);
    assert.match(tree, /- heading "Best scores by layer" \[level=2\]/);
    assert.match(tree, /- '?figure "Best scores by layer: medians from .* in layer \d+ to .*\."/);
    assert.match(tree, /- group "Selection":/);
    assert.match(tree, /- row "Neurons 600 600"/);
    assert.match(tree, /- grid "Neurons 600":/);
    assert.match(tree, /- columnheader "Score"/);
    await page.page.getByText('Statistics by layer').first().click();
    const table = page.page.getByRole('region', { name: 'Statistics by layer' });
    assert.equal(await table.getByRole('row').count(), 13);
  });

  it('has one order of tab stops, each visible', async () => {
    const page = await pages.open();
    await page.show(small());
    const stops: string[] = [];
    for (let i = 0; i < 13; i++) {
      await page.page.keyboard.press('Tab');
      stops.push(
        await page.page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          if (element === document.body) return 'end';
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
          const name = element.getAttribute('aria-label') ?? element.innerText.trim();
          return ring ? name : `${name} (no ring)`;
        }),
      );
    }
    assert.match(stops[11]!, /^\d+:\d+$/);
    assert.deepEqual(stops.toSpliced(11, 1), [
      'Save Plot as SVG…',
      'Save Plot as PNG…',
      'Layers from',
      'Layers to',
      'Scores from',
      'Scores to',
      'Statistics by layer',
      'Files with problems',
      'Unreadable files',
      'Save Table as CSV…',
      'Filter neurons',
      'end',
    ]);
  });

  for (const theme of [themes.dark, themes.highContrast]) {
    it(`fits every width: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      const long = emptyDirectory();
      put(long, '5:131', row([{ text: 'x'.repeat(2000) }]));
      put(long, '1234567:99999999', row([{ text: ' long '.repeat(500) }]));
      for (const data of [new OverviewData(madeRun(48, 20)), new OverviewData(long)]) {
        await page.show(data, { path: 'a/'.repeat(200) });
        for (const width of [280, 360, 480, 720, 1000, 1800]) {
          await page.resize(width, 800);
          await page.settle();
          assert.deepEqual(await outside(page), [], `at ${width}`);
        }
      }
    });
  }

  it('uses the theme’s colours, and follows changes', async () => {
    const page = await pages.open({ theme: themes.dark });
    await page.show(small());
    const fills = () =>
      page.page
        .locator('.plot-drawing rect[fill]')
        .evaluateAll((all) => all.map((rect) => rect.getAttribute('fill')).join());
    const dark = await fills();
    await page.setTheme(themes.light);
    await page.settle();
    assert.notEqual(await fills(), dark);
    await page.setTheme(themes.dark);
    await page.settle();
    assert.equal(await fills(), dark);
  });
});

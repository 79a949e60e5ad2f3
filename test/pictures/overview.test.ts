import { OverviewData } from '../../src/overview/host/overviewData.ts';
import { emptyDirectory, madeRun } from '../unit/overview/support/made.ts';
import { overviewPages, type OverviewPage } from '../page/support/overviewPage.ts';
import { allThemes } from '../page/support/themes.ts';

/** Pictures to look at, in `out/screenshots`; what must hold of them is in the other tests. */
describe('the overview, in pictures', () => {
  const pages = overviewPages();

  async function inAllThemes(page: OverviewPage, name: string): Promise<void> {
    for (const theme of allThemes) {
      await page.setTheme(theme);
      await page.settle();
      await page.screenshot(`overview-${name}-${theme.name}`, false);
    }
  }

  it('draws a whole run wide and narrow, with a selection', async () => {
    const data = new OverviewData(madeRun(48, 300));
    const page = await pages.open({ width: 1280, height: 900 });
    await page.show(data, {
      progress: { state: 'reading', known: 12_340, exact: 12_340, total: 307_200, listed: true },
    });
    await page.brush([0.2, 0.1], [0.5, 0.5]);
    await page.grid.getByText('references').first().click();
    await inAllThemes(page, 'wide');
    const small = await pages.open({ width: 360, height: 900 });
    await small.show(data);
    await inAllThemes(small, 'narrow');
  });

  it('draws a layer, few layers, and nothing', async () => {
    const page = await pages.open({ width: 1000, height: 800 });
    await page.show(new OverviewData(madeRun(3, 2000), '1'));
    await inAllThemes(page, 'layer');
    await page.show(new OverviewData(madeRun(3, 60)));
    await inAllThemes(page, 'few');
    await page.show(new OverviewData(emptyDirectory()), {
      progress: { state: 'reading', known: 0, exact: 0, total: 0, listed: false },
    });
    await inAllThemes(page, 'empty');
  });
});

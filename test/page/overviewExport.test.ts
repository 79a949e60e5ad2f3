import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { OverviewData } from '../../src/overview/host/overviewData.ts';
import type { Picture, Requests } from '../../src/overview/contract/contract.ts';
import type { Asked } from '../../src/panels/contract.ts';
import { madeRun } from '../unit/overview/support/made.ts';
import { overviewPages, type OverviewPage } from './support/overviewPage.ts';
import { themes } from './support/themes.ts';

declare const testing: { readonly posted: readonly { readonly request?: Asked<Requests> }[] };

/** What the page has posted, with the bytes of a picture as a list. */
async function saved(page: OverviewPage, format: 'svg' | 'png'): Promise<Picture['content']> {
  await page.page.getByRole('button', { name: `Save Plot as ${format.toUpperCase()}…` }).click();
  await page.page.waitForFunction(() =>
    testing.posted.some(({ request }) => request?.name === 'savePlot'),
  );
  const content = await page.page.evaluate(() => {
    const [found = ''] = testing.posted.flatMap(({ request }) =>
      request?.name === 'savePlot' ? request.argument.content : [],
    );
    return typeof found === 'string' ? found : [...found];
  });
  return typeof content === 'string' ? content : Uint8Array.from(content);
}

describe('saved pictures of the overview', () => {
  const pages = overviewPages();

  for (const [name, data] of [
    ['layers', new OverviewData(madeRun(12, 200))],
    ['a layer', new OverviewData(madeRun(3, 500), '1')],
  ] as const) {
    it(`are a standalone SVG, in colours for paper: ${name}`, async () => {
      const page = await pages.open({ theme: themes.dark });
      await page.show(data);
      const svg = (await saved(page, 'svg')) as string;
      mkdirSync('out/screenshots', { recursive: true });
      writeFileSync(`out/screenshots/saved-${name.replace(' ', '-')}.svg`, svg);
      assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.doesNotMatch(svg, /var\(|class="brush|style=|<style|<script|<image/);
      assert.match(svg, /fill="#ffffff"/);
      assert.match(svg, /Best score/);
      if (name === 'layers') assert.match(svg, /Share of a layer.*Median/s);
      // Any XML reader takes it.
      const parsed = await page.page.evaluate((text) => {
        const read = new DOMParser().parseFromString(text, 'image/svg+xml');
        return [read.querySelectorAll('parsererror').length, read.querySelectorAll('rect').length];
      }, svg);
      assert.equal(parsed[0], 0);
      assert.ok(parsed[1]! > 5);
    });
  }

  it('are a PNG at three times the resolution', async () => {
    const page = await pages.open({ theme: themes.highContrast });
    await page.show(new OverviewData(madeRun(12, 200)));
    const png = (await saved(page, 'png')) as Uint8Array;
    writeFileSync('out/screenshots/saved-layers.png', png);
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
    const view = new DataView(png.buffer, png.byteOffset);
    assert.deepEqual([view.getUint32(16), view.getUint32(20)], [680 * 3, 392 * 3]);
  });
});

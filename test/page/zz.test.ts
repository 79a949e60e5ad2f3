import { shared } from '../host/paths.ts';
import { neuronPages } from './support/neuronPage.ts';
import { serveFile } from './support/served.ts';
import { themes } from './support/themes.ts';

describe('zz shots', () => {
  const pages = neuronPages();
  it('shoots', async function () {
    this.timeout(120_000);
    const files = (process.env['ZZ'] ?? '5/17').split(',');
    for (const theme of [themes.dark, themes.light])
      for (const file of files)
        for (const [w, h] of [
          [1060, 800],
          [660, 800],
          [460, 800],
          [1900, 900],
        ] as const) {
          const page = await pages.open({ width: w, height: h, theme });
          const root = file.startsWith('/') ? '' : `${shared}/data/reference-run/explanations/`;
          await serveFile(page, `${root}${file}.jsonl`);
          await page.page.locator('.analysis svg').first().waitFor();
          await page.settle();
          const y = await page.page.evaluate(() =>
            Math.round(document.querySelector('[data-token]')!.getBoundingClientRect().top),
          );
          console.log(theme.name, file, w, 'first token at', y);
          await page.screenshot(`zz-${theme.name}-${file.replaceAll('/', '_')}-${w}`, false);
        }
  });
});

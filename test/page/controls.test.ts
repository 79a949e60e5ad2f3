import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sharedOrSkip } from '../host/skip.ts';
import { type NeuronPage, neuronPages } from './support/neuronPage.ts';
import { serveFile } from './support/served.ts';

const controls = 'button, select, input, summary, a[href], [role="slider"], [role="tab"]';

/** What the page's controls are called that can be used now, by their places among all. */
function named(page: NeuronPage): Promise<[name: string, place: number][]> {
  return page.page.locator(controls).evaluateAll((elements) =>
    elements.flatMap((element, i): [string, number][] => {
      const { labels, disabled } = element as HTMLInputElement;
      const usable = !disabled && (element.checkVisibility() || element.className === 'sr-only');
      const said = element.getAttribute('aria-label') ?? labels?.[0]?.textContent;
      const text = (said ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
      return usable ? [[`${element.localName} ${text}`, i]] : [];
    }),
  );
}

/** Uses a control as a person does: presses it, chooses another value, types into it. */
async function use(control: Locator): Promise<void> {
  const kind = await control.evaluate((element) =>
    element.localName === 'input' ? (element as HTMLInputElement).type : element.localName,
  );
  if (kind === 'select') {
    const values = await control
      .locator('option:not([disabled])')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    const now = await control.inputValue();
    await control.selectOption(values.find((value) => value !== now) ?? now);
  } else if (kind === 'text' || kind === 'search') await control.fill('the');
  else if (kind === 'number') await control.fill('1');
  else if (kind === 'radio' || kind === 'checkbox')
    await control.evaluate((element) => (element as HTMLInputElement).click());
  else await control.click();
}

declare const seen: { changes: number };

describe('every control of a real neuron (needs shared/data)', () => {
  const pages = neuronPages();

  it('has a visible effect, or sends a request', async function () {
    const run = sharedOrSkip(this, 'data/reference-run/explanations');
    this.timeout(300_000);
    const page = await pages.open({ height: 1200 });
    const show = async () => {
      await page.load(page.page.url().replace(/&load=\d+$/, ''));
      await serveFile(page, `${run}/5/17.jsonl`);
      await page.page.locator('.analysis svg').first().waitFor();
      await page.settle();
    };
    await show();
    const names = new Set((await named(page)).map(([name]) => name));
    assert.ok(names.size > 25, [...names].join('\n'));
    const idle: string[] = [];
    for (const name of names) {
      const find = async () => new Map(await named(page)).get(name);
      // One that another has put away is there again in a page that begins anew.
      if ((await find()) === undefined) await show();
      const control = page.page.locator(controls).nth((await find())!);
      await page.page.evaluate(() => {
        Object.assign(globalThis, { seen: { changes: 0 } });
        new MutationObserver(({ length }) => (seen.changes += length)).observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
      });
      const asked = page.requests.length;
      const isChosen = await control.evaluate(
        (element) =>
          element instanceof HTMLInputElement && element.type === 'radio' && element.checked,
      );
      await use(control);
      await page.settle();
      const opened = await page.page.locator(':popover-open').count();
      await page.page.keyboard.press('Escape');
      const changes = opened + (await page.page.evaluate(() => seen.changes));
      // What is chosen already stays so.
      if (changes === 0 && page.requests.length === asked && !isChosen) idle.push(name);
    }
    assert.deepEqual(idle, []);
  });
});

import assert from 'node:assert/strict';
import { proseSequence } from './support/made.ts';
import { hostNeuron } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';

const count = 100;
const long = hostNeuron([{ sequences: Array.from({ length: count }, (_, i) => proseSequence(i)) }]);
const short = hostNeuron([{ sequences: Array.from({ length: 40 }, (_, i) => proseSequence(i)) }]);

/** The places of the sequences that are elements, one for each token. */
const made = (page: NeuronPage) =>
  page.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sequence')]
      .filter((row) => row.querySelector('.t'))
      .map((row) => Number(row.dataset['sequence'])),
  );
const textOf = (page: NeuronPage, place: number) =>
  page.page.locator(`[data-sequence="${place}"] .tokens`).evaluate((text) => text.textContent);
const showAt = async (page: NeuronPage, place: number) => {
  await page.page
    .locator(`[data-sequence="${place}"]`)
    .evaluate((row) => row.scrollIntoView({ behavior: 'instant' }));
  await page.settle();
};
const opened = async (pages: { open(size?: object): Promise<NeuronPage> }) => {
  const page = await pages.open({ height: 500 });
  await page.show(long, { pageSize: count });
  await page.settle();
  return page;
};

describe('a long list of sequences', () => {
  const pages = neuronPages();

  it('has tokens near the window, and plain text elsewhere', async () => {
    const page = await opened(pages);
    const before = await made(page);
    assert.ok(before.includes(0) && !before.includes(50), `made: ${before.join()}`);
    const text = await textOf(page, 50);
    assert.equal(text, long.sequences.get(0)![50]!.tokens.join(''));

    await showAt(page, 50);
    const there = await made(page);
    assert.ok(there.includes(50) && !there.includes(20), `made: ${there.join()}`);
    assert.equal(await textOf(page, 50), text);
    assert.equal(await page.page.locator('[data-sequence="50"] .t').count(), 64);

    await showAt(page, 99);
    assert.ok(!(await made(page)).includes(50), 'what was left is plain text again');
    assert.equal(await textOf(page, 50), text);
  });

  it('keeps the tokens of a neuron that has few', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(short);
    for (let place = 0; place < 40; place += 5) await showAt(page, place);
    await showAt(page, 39);
    assert.equal((await made(page)).length, 40);
  });

  it('keeps the tab stop, and returns to it', async () => {
    const page = await opened(pages);
    await page.focusToken(5, 2);
    await showAt(page, 99);
    assert.ok((await made(page)).includes(2));
    await page.page.keyboard.press('ArrowRight');
    assert.equal(
      await page.page.evaluate(() => document.activeElement?.getAttribute('data-token')),
      '6',
    );
  });

  it('moves by keys to sequences that are still plain text', async () => {
    const page = await opened(pages);
    const focused = () =>
      page.page.evaluate(() => {
        const row = document.activeElement?.closest<HTMLElement>('[data-sequence]');
        return `${row?.dataset['sequence']}/${document.activeElement?.getAttribute('data-token')}`;
      });
    await page.focusToken(0);
    await page.page.keyboard.press('Control+End');
    assert.equal(await focused(), '99/63');
    await page.page.keyboard.press('Control+Home');
    for (let place = 1; place <= 60; place++) {
      await page.page.keyboard.press('PageDown');
      assert.equal(await focused(), `${place}/0`);
    }
    await page.page.keyboard.press('ArrowLeft');
    assert.equal(await focused(), '59/63');
  });

  it('keeps the selection when plain text becomes tokens', async () => {
    const page = await opened(pages);
    const selected = await page.page.evaluate(() => {
      const node = document.querySelector('[data-sequence="50"] .part')!.lastChild!;
      getSelection()!.setBaseAndExtent(node, 10, node, 40);
      return getSelection()!.toString();
    });
    assert.equal(selected.length, 30);
    await showAt(page, 50);
    assert.ok((await made(page)).includes(50));
    assert.equal(await page.page.evaluate(() => getSelection()!.toString()), selected);
    // What has an end of the selection stays as it is.
    await showAt(page, 0);
    assert.ok((await made(page)).includes(50));
    assert.equal(await page.page.evaluate(() => getSelection()!.toString()), selected);
  });

  it('uses the scale that was selected while it was plain text', async () => {
    const page = await opened(pages);
    const classes = () =>
      page.page
        .locator('[data-sequence="60"] .t')
        .evaluateAll((all: Element[]) => all.map((t) => t.className));
    await showAt(page, 60);
    const before = await classes();
    await showAt(page, 0);
    await page.choose('Scale', 'Scale: each sequence');
    await showAt(page, 60);
    const after = await classes();
    assert.equal(after.length, before.length);
    assert.notDeepEqual(after, before);
  });

  it('shows no card for a token that scrolls under a resting pointer', async () => {
    const page = await opened(pages);
    await page.token(3).hover();
    await page.card.waitFor();
    await page.page.mouse.wheel(0, 300);
    await page.page.waitForFunction(() => window.scrollY > 0);
    await page.settle();
    assert.equal(await page.card.count(), 0);
    await page.moveOverSomeToken();
    await page.card.waitFor();
  });
});

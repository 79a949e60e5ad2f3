import assert from 'node:assert/strict';
import { proseSequence } from './support/made.ts';
import { hostNeuron, oneSequence } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { serveParts } from './support/served.ts';

/** 60 tokens, of which one is strong. */
const peakAt = (place: number, strength: number) => ({
  tokens: Array.from({ length: 60 }, (_, i) => (i === place ? ' whale' : ` w${i}`)),
  actual: Array.from({ length: 60 }, (_, i) => (i === place ? strength : 0)),
  simulated: Array.from({ length: 60 }, (_, i) => (i === place ? 1 : 0)),
  values: Array.from({ length: 60 }, () => [0, 1]),
});
const numbers = (page: NeuronPage) =>
  page.page
    .locator('.sequence-number')
    .allTextContents()
    .then((all) => all.map((text) => Number(text.replace(/\D/g, ''))));
const focusedToken = (page: NeuronPage) =>
  page.page.evaluate(() => (document.activeElement as HTMLElement).dataset['token']);
const folds = (page: NeuronPage) => page.page.locator('.fold');
const context = (page: NeuronPage, name: string) =>
  page.choose('Tokens around peaks', name === 'All' ? 'All tokens' : `${name} tokens around peaks`);

describe('the order of sequences', () => {
  const pages = neuronPages();
  const parts = [
    {
      sequences: [peakAt(3, 1), peakAt(5, 9), peakAt(7, 4)].map((each, i) => ({
        ...each,
        scores: [[0.1], [0.5], [0.9]][i]!,
      })),
    },
  ];

  it('is selected, comes from the host, and keeps the numbers of the file', async () => {
    const page = await pages.open();
    await serveParts(page, parts);
    assert.deepEqual(await numbers(page), [1, 2, 3]);
    for (const [name, order] of [
      ['Largest activation', [2, 3, 1]],
      ['Score', [3, 2, 1]],
      ['Largest miss', [2, 3, 1]],
      ['As stored', [1, 2, 3]],
    ] as const) {
      await page.choose('Sort', name);
      assert.deepEqual(await numbers(page), order, name);
    }
    // The numbers of a token are those of its sequence, wherever that stands.
    await page.choose('Sort', 'Largest activation');
    await page.token(5, 0).hover();
    assert.match(await page.card.innerText(), /Actual\s+9/);
  });

  it('is saved, and requested at the start', async () => {
    const page = await pages.open();
    await serveParts(page, parts);
    await page.choose('Sort', 'Score');
    await page.page.reload();
    const ready = (await page.posted()).find(({ type }) => type === 'ready');
    assert.equal((ready as { order?: string }).order, 'score');
    await serveParts(page, parts, { order: 'score' });
    assert.deepEqual(await numbers(page), [3, 2, 1]);
    const asked = page.requests.filter(({ name }) => name === 'sequences').length;
    // A host that does not know of it yet is asked.
    await serveParts(page, parts, { order: 'stored' });
    await page.settle();
    assert.deepEqual(await numbers(page), [3, 2, 1]);
    assert.ok(page.requests.filter(({ name }) => name === 'sequences').length > asked);
  });
});

describe('the tokens around peaks', () => {
  const pages = neuronPages();

  it('are shown alone, with buttons that open the rest', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [peakAt(30, 9)] }]);
    assert.equal(await folds(page).count(), 0);
    await context(page, '5');
    await page.settle();
    const tokens = () => page.page.locator('.t').count();
    assert.equal(await tokens(), 11);
    const names = await folds(page).evaluateAll((all) =>
      all.map((each) => each.getAttribute('aria-label')),
    );
    assert.deepEqual(names, ['Show 25 more tokens', 'Show 24 more tokens']);
    const drawn = await folds(page)
      .first()
      .evaluate((it) => getComputedStyle(it, '::before').content);
    assert.match(drawn, /… 25 tokens/);
    await folds(page).first().click();
    assert.equal(await tokens(), 36);
    const order = await page.page
      .locator('.t')
      .evaluateAll((all) => all.map((token) => Number((token as HTMLElement).dataset['token'])));
    assert.deepEqual(
      order,
      Array.from({ length: 36 }, (_, i) => i),
    );
    await context(page, '16');
    await page.settle();
    assert.equal(await tokens(), 33);
    await context(page, 'All');
    await page.settle();
    assert.equal(await tokens(), 60);
    assert.equal(await page.page.locator('.t[tabindex]').count(), 1);
  });

  it('open by arrow keys', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [peakAt(30, 9)] }]);
    await context(page, '5');
    await page.settle();
    await page.focusToken(25);
    await page.page.keyboard.press('ArrowLeft');
    assert.equal(await focusedToken(page), '24');
    await page.focusToken(35);
    await page.page.keyboard.press('ArrowRight');
    assert.equal(await focusedToken(page), '36');
    assert.equal(await folds(page).count(), 0);
  });

  it('are copied without the labels of folds', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [peakAt(30, 9)] }]);
    await context(page, '5');
    await page.settle();
    const copied = await page.page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector('.tokens')!);
      return getSelection()!.toString();
    });
    assert.equal(copied.trim(), 'w25 w26 w27 w28 w29 whale w31 w32 w33 w34 w35');
  });

  it('are found in a sequence of 200,000 tokens', async () => {
    const page = await pages.open();
    const count = 200_000;
    const values = Array.from({ length: count }, (_, i) => (i === 150_000 ? 5 : 0));
    const tokens = Array.from({ length: count }, (_, i) => ` w${i}`);
    await page.show(oneSequence({ tokens, actual: values, simulated: values }));
    await context(page, '5');
    await page.token(150_000).waitFor();
    assert.equal(await page.page.locator('.t').count(), 11);
    await folds(page).first().click();
    assert.equal(await page.page.locator('.t').count(), 2011);
    assert.match((await folds(page).first().getAttribute('aria-label'))!, /147,995 more tokens/);
  });
});

describe('the search within tokens', () => {
  const pages = neuronPages();
  const current = (page: NeuronPage) =>
    page.page
      .locator('.t-found-current')
      .evaluateAll((all) => all.map((token) => token.textContent).join(''));
  const count = (page: NeuronPage) => page.page.locator('.find-count').innerText();

  it('counts over all sequences, marks, and walks both ways', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [peakAt(3, 1), peakAt(30, 9), peakAt(50, 4)] }]);
    await page.find('WHALE w');
    assert.equal(await count(page), '3 matches');
    assert.equal(await page.page.locator('.t-found').count(), 6);
    const field = await page.openFind();
    await field.press('Enter');
    assert.equal(await count(page), '1 of 3');
    assert.equal(await current(page), ' whale w4');
    await field.press('Enter');
    assert.equal(await current(page), ' whale w31');
    await field.press('Shift+Enter');
    await field.press('Shift+Enter');
    assert.deepEqual([await count(page), await current(page)], ['3 of 3', ' whale w51']);
    await page.find('nothing like it');
    assert.equal(await count(page), 'No matches');
    assert.equal(await page.page.locator('.t-found').count(), 0);
    await page.find('whale');
    assert.equal(await page.page.locator('.t-found').count(), 3);
    await field.press('Escape');
    assert.equal(await field.count(), 0);
    assert.equal(await page.page.locator('.t-found').count(), 0);
    // As in the editor, it opens with the same text.
    await page.openFind();
    assert.equal(await field.inputValue(), 'whale');
    assert.equal(await page.page.locator('.t-found').count(), 3);
  });

  it('matches case, and regular expressions, on request', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [peakAt(3, 1), peakAt(30, 9)] }]);
    await page.find('WH.LE');
    assert.equal(await count(page), 'No matches');
    const toggle = async (name: string) => {
      await page.page.getByRole('button', { name }).click();
      await page.settle();
    };
    await toggle('Use Regular Expression');
    assert.equal(await count(page), '2 matches');
    await toggle('Match Case');
    assert.equal(await count(page), 'No matches');
    await page.find('(');
    await page.page.locator('.find-error', { hasText: /Unterminated group/ }).waitFor();
    assert.equal(await count(page), '');
  });

  it('goes to folded tokens, and to sequences that are not loaded yet', async () => {
    const page = await pages.open({ height: 500 });
    const sequences = Array.from({ length: 120 }, (_, i) => peakAt(i === 110 ? 59 : 3, 5));
    sequences[110]!.tokens[20] = ' needle';
    await serveParts(page, [{ sequences }]);
    await context(page, '5');
    await page.find('needle');
    assert.equal(await count(page), '1 match');
    assert.equal(await page.page.locator('.t-found').count(), 0);
    await page.page.getByRole('textbox', { name: 'Find in tokens' }).press('Enter');
    await page.page.locator('.t-found-current').waitFor();
    assert.equal(await current(page), ' needle');
    const box = (await page.page.locator('.t-found-current').boundingBox())!;
    const toolbar = (await page.page.locator('.toolbar').boundingBox())!;
    assert.ok(box.y > toolbar.y + toolbar.height && box.y + box.height < 500);
    assert.equal(
      await page.page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      'Find in tokens',
    );
  });

  it('follows the shown order', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [peakAt(3, 1), peakAt(30, 9)] }]);
    await page.find('whale');
    await page.choose('Sort', 'Largest activation');
    await page.page.locator('.find-count', { hasText: '2 matches' }).waitFor();
    await page.page.getByRole('textbox', { name: 'Find in tokens' }).press('Enter');
    const place = await page.page
      .locator('.t-found-current')
      .evaluate((token) => token.closest<HTMLElement>('[data-sequence]')!.dataset['sequence']);
    assert.equal(place, '0');
    assert.equal(await page.token(30, 0).evaluate((it) => it.matches('.t-found-current')), true);
  });

  it('keeps its marks when colours change', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [peakAt(3, 1), peakAt(30, 9)] }]);
    await page.find('whale');
    await page.choose('Scale', 'Scale: each sequence');
    assert.equal(await page.page.locator('.t-found').count(), 2);
  });

  it('says what went wrong', async () => {
    const page = await pages.open();
    await page.show(hostNeuron([{ sequences: [proseSequence(0)] }]));
    page.host = () => ({ error: 'the file is gone' });
    await page.find('sea');
    assert.equal(await page.page.locator('.find-error').innerText(), 'the file is gone');
    assert.equal(await count(page), '');
  });
});

describe('the card of a token', () => {
  const pages = neuronPages();
  const rows = {
    tokens: [' a', ' b', ' c'],
    simulated: [1, 0, 2],
    values: [[2, 0, 1], [], [2]],
    probabilities: [[0.25, 0.25, 0.5], [], [1]],
  };

  it('has the distribution as bars, in numbers, with its entropy', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [rows] }]);
    await page.token(0).hover();
    await page.card.locator('.histogram').waitFor();
    assert.match(await page.card.innerText(), /1: 50%, 0: 25%, 2: 25%\s+entropy 1\.50 bits$/);
    const heights = await page.card
      .locator('.histogram-bar')
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().height));
    assert.equal(heights.length, 3);
    assert.ok(Math.abs(heights[1]! / heights[0]! - 2) < 0.1 && heights[0] === heights[2]);
    await page.token(2).hover();
    await page.card.locator('div:text-is("2: 100%")').waitFor();
    assert.match(await page.card.innerText(), /entropy 0\.00 bits/);
  });

  it('is announced to screen readers', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [rows] }]);
    await page.focusToken(0);
    await page.page
      .locator('[role=status]', { hasText: '1: 50%, 0: 25%, 2: 25%, entropy 1.50 bits' })
      .waitFor({ state: 'attached' });
  });

  it('says how the sequence affects the score, if pinned', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [rows, rows] }]);
    await page.token(0).hover();
    await page.card.locator('.histogram').waitFor();
    assert.doesNotMatch(await page.card.innerText(), /EV correlation/);
    await page.focusToken(0);
    await page.page.keyboard.press('Enter');
    assert.match(
      await page.card.innerText(),
      /EV correlation of this sequence: 0\.50\. Without this sequence: 0\.50\. R² of /,
    );
  });

  it('distinguishes no prediction from a prediction of 0', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [rows] }]);
    await page.token(0).hover();
    await page.card.locator('.histogram').waitFor();
    await page.token(1).hover();
    await page.settle();
    assert.equal(await page.card.locator('.histogram').count(), 0);
    assert.match(await page.card.innerText(), /no prediction \(stored: 0\)/);
    assert.doesNotMatch(await page.card.innerText(), /Difference/);
  });

  it('shows the distribution of the selected simulation', async () => {
    const page = await pages.open();
    const uncalibrated = {
      ...rows,
      simulated: [4, 5, 6],
      values: [[4], [], [6]],
      probabilities: [[1], [], [1]],
    };
    await serveParts(page, [{ sequences: [{ ...rows, uncalibrated }] }]);
    await page.choose('Simulation', 'Uncalibrated');
    await page.token(0).hover();
    await page.card.locator('.histogram').waitFor();
    assert.match(await page.card.innerText(), /0\s+predicted value\s+10\s+4: 100%/);
  });

  it('stays if pinned, by a click or Enter, until Escape', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [rows] }]);
    await page.token(0).click();
    await page.token(2).hover();
    assert.match(await page.card.innerText(), /token 1 of 3/);
    assert.equal(await page.card.getAttribute('aria-hidden'), 'false');
    await page.page.keyboard.press('ArrowRight');
    assert.match(await page.card.innerText(), /token 1 of 3/, 'also where the keys go on');
    await page.page.keyboard.press('Enter');
    assert.match(await page.card.innerText(), /token 2 of 3/);
    await page.page.keyboard.press('Escape');
    assert.equal(await page.card.count(), 0);
    assert.equal(await focusedToken(page), '1');
    await page.token(0).click();
    await page.page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await page.card.count(), 0);
    assert.equal(await focusedToken(page), '0');
    await page.token(0).click();
    await page.token(0).click();
    await page.page.mouse.move(5, 5);
    await page.token(2).hover();
    assert.match(await page.card.innerText(), /token 3 of 3/, 'a second click unpins it');
  });

  it('can be copied from only if pinned', async () => {
    const page = await pages.open();
    await serveParts(page, [{ sequences: [rows] }]);
    const events = () => page.card.evaluate((card) => getComputedStyle(card).pointerEvents);
    await page.token(0).hover();
    assert.equal(await events(), 'none');
    await page.token(0).click();
    assert.equal(await events(), 'auto');
    const cell = (await page.card.locator('td').first().boundingBox())!;
    await page.page.mouse.move(cell.x - 60, cell.y + 10);
    await page.page.mouse.down();
    await page.page.mouse.move(cell.x + cell.width - 1, cell.y + 30, { steps: 5 });
    await page.page.mouse.up();
    const copied = await page.page.evaluate(() => getSelection()!.toString());
    assert.match(copied, /0\s+Simulated \(expected\)\s+1/);
    assert.match(await page.card.innerText(), /token 1 of 3/);
  });

  it('opens for every invisible token, by pointer and by key', async () => {
    const page = await pages.open();
    const tokens = ['a', '\n', '\t', '\u00a0', '\u200b', '', ' ', '\r', 'z'];
    const values = tokens.map((_, i) => i);
    await page.show(oneSequence({ tokens, actual: values, simulated: values }));
    await page.focusToken(0);
    for (let i = 1; i < tokens.length; i++) {
      await page.page.keyboard.press('ArrowRight');
      assert.equal(await focusedToken(page), String(i));
      assert.match(await page.card.innerText(), new RegExp(`token ${i + 1} of 9`));
    }
    await page.page.keyboard.press('Escape');
    for (let i = 1; i < tokens.length; i++) {
      // A line break's box reaches into the next line; its mark is in the first.
      const { x, y } = await page.token(i).evaluate((token) => {
        const box = token.getClientRects()[0]!;
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      await page.page.mouse.move(x, y, { steps: 2 });
      assert.match(await page.card.innerText(), new RegExp(`token ${i + 1} of 9`));
    }
  });
});

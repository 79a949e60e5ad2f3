import assert from 'node:assert/strict';
import { formatRgb } from 'culori';
import { neuronText } from '../unit/catalog/support/neuronText.ts';
import { violations } from './support/axe.ts';
import { type ComparisonPage, comparisonPages, readNeuron } from './support/comparisonPage.ts';
import { allThemes, themes } from './support/themes.ts';

const tokens = [' the', ' sea', ' was', ' calm'];
const actual = [0, 4, -1, 2];
const own = readNeuron(
  neuronText('5:131', [
    {
      text: ' words about the sea',
      scores: [0.75, 0.5, 0.25],
      sequences: [
        { tokens, actual, simulated: [0, 4, 0, 0], scores: [0.9] },
        { tokens: [' one'], actual: [1], simulated: [1], scores: [null] },
      ],
    },
    {
      text: ' words about calm <b>water</b>',
      scores: [0.5, null, NaN],
      sequences: [{ tokens, actual, simulated: [0, 0, 0, 4], scores: [0.4] }],
    },
    { text: '', scores: [], sequences: [] },
  ]),
  { layer: 5, neuron: 131 },
);
const other = readNeuron(
  neuronText('0:7', [
    {
      text: ' calm',
      scores: [0.8],
      sequences: [
        { tokens, actual: [0, 0, 0, 8], simulated: [0, 0, 0, 8] },
        { tokens: [' two'], actual: [8], simulated: [0] },
      ],
    },
  ]),
  { layer: 0, neuron: 7 },
);

const mainText = async (page: ComparisonPage) =>
  (await page.page.locator('main').innerText()).replace(/\s+/g, ' ');
const cellClasses = (page: ComparisonPage, place: number) =>
  page.page
    .locator(`[data-sequence="${place}"] .t`)
    .evaluateAll((all) =>
      all.map((token) => (token.getAttribute('class') ?? '').split(' ').slice(1).join(' ')),
    );

describe('the comparison', () => {
  const pages = comparisonPages();

  it('says why it failed, and can retry', async () => {
    const page = await pages.open();
    await page.send({ type: 'failed', reason: 'the thread ended' });
    assert.match(await mainText(page), /Could not show the comparison\. the thread ended/);
    await page.page.getByRole('button', { name: 'Try Again' }).click();
    assert.deepEqual(page.requests.at(-1), { name: 'retry' });
    await page.page.getByRole('progressbar').waitFor();
    await page.show(own, own, { left: 0, right: 1 });
    assert.equal(await page.page.getByRole('button', { name: 'Try Again' }).count(), 0);
  });

  it('uses the selected palette', async () => {
    const page = await pages.open();
    await page.show(own, own, { left: 0, right: 1 });
    const token = page.page.locator('[data-sequence="0"] .t').nth(1);
    const colour = () => token.evaluate((element) => getComputedStyle(element).backgroundColor);
    const usual = await colour();
    await page.send({ type: 'palette', palette: 'redBlue' });
    assert.notEqual(await colour(), usual);
  });

  it('shows two explanations on one text: actual as fill, both simulations as bars', async () => {
    const page = await pages.open();
    await page.show(own, own, { left: 0, right: 1 });
    assert.equal(await page.page.title(), '5:131: two explanations');
    const row = page.page.locator('.row').first();
    assert.deepEqual(await row.locator('.tokens').allInnerTexts(), [' the sea was calm']);
    const classes = await cellClasses(page, 0);
    // Each token has its step of the actual activation, of A and of B.
    assert.match(classes[1]!, /^a16 s16/);
    assert.match(classes[3]!, /\bu16\b/);
    assert.doesNotMatch(classes[1]!, /\bu/);
    const token = page.page.locator('[data-sequence="0"] .t').nth(3);
    const look = await token.evaluate((element) => {
      const { backgroundImage, borderBottomColor } = getComputedStyle(element);
      return { backgroundImage, borderBottomColor };
    });
    assert.notEqual(look.borderBottomColor, 'rgba(0, 0, 0, 0)', 'no bar of B');
    assert.match(await row.innerText(), /A 0\.\d\d\s+B 0\.40/);
  });

  for (const theme of [themes.dark, themes.highContrast])
    it(`has a line between the two bars, which tells whose a lone one is: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      await page.show(own, own, { left: 0, right: 1 });
      const lookOf = (token: number) =>
        page.page.locator(`[data-sequence="0"] [data-token="${token}"]`).evaluate((element) => {
          const style = getComputedStyle(element);
          const { backgroundImage, backgroundSize, borderBottomColor } = style;
          const colour = (name: string) => style.getPropertyValue(name).trim();
          return {
            drawn: `${backgroundImage} ${borderBottomColor}`,
            sizes: backgroundSize.split(', '),
            first: colour('--simulated'),
            second: colour('--second'),
          };
        });
      const [onlyFirst, onlySecond] = [await lookOf(1), await lookOf(3)];
      assert.ok(onlyFirst.drawn.includes(formatRgb(onlyFirst.first)!), onlyFirst.drawn);
      assert.ok(onlySecond.drawn.includes(formatRgb(onlySecond.second)!), onlySecond.drawn);
      for (const { sizes } of [onlyFirst, onlySecond]) assert.equal(sizes[2], '100% 1px');
      const legends = page.page.locator('.side-legend');
      assert.match(await legends.nth(0).innerText(), /above the line/);
      assert.match(await legends.nth(1).innerText(), /below the line/);
      const borders = await page.page
        .locator('.side-legend .swatch')
        .evaluateAll((swatches) => swatches.map((each) => getComputedStyle(each).borderBlockWidth));
      assert.deepEqual(borders, ['0px 1px', '1px 0px']);
    });

  it('shows them side by side on request, with actual activations once', async () => {
    const page = await pages.open();
    await page.show(own, own, { left: 0, right: 1 });
    await page.sideBySide();
    const rows = page.page.locator('.row');
    assert.equal(await rows.count(), 2);
    const modes = await rows
      .first()
      .locator('[data-mode]')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset['mode']));
    assert.deepEqual(modes, ['actual', 'simulated', 'simulated']);
    assert.equal((await page.state()).layout, 'columns');
    const texts = await rows.first().locator('.tokens').allInnerTexts();
    assert.deepEqual(new Set(texts), new Set([' the sea was calm']));
    assert.match((await cellClasses(page, 0))[1]!, /\ba16\b/);
    assert.match((await cellClasses(page, 1))[1]!, /\bs16\b/);
    assert.match((await cellClasses(page, 2))[3]!, /\bs16\b/);
  });

  it('shows the differences of scores and words', async () => {
    const page = await pages.open();
    await page.show(own, own, { left: 0, right: 1 });
    const text = await mainText(page);
    assert.match(text, /EV correlation 0\.75 0\.50 −0\.25/);
    assert.match(text, /R² 0\.50 – –/);
    assert.match(text, /Absolute deviation explained 0\.25 undefined –/);
    assert.match(text, /Sequence 1 A 0\.90 B 0\.40 , EV correlation B − A −0\.50/);
    // Most words differ, so none is marked.
    assert.equal(await page.page.locator('mark').count(), 0);
    const alike = readNeuron(
      neuronText('5:131', [
        { text: ' words about the sea', scores: [0.75], sequences: [] },
        { text: ' words about the <b>land</b>', scores: [0.5], sequences: [] },
      ]),
      { layer: 5, neuron: 131 },
    );
    await page.show(alike, alike, { left: 0, right: 1 });
    assert.match(await mainText(page), /Marked words: 1 only in A, 3 only in B/);
    assert.deepEqual(await page.page.locator('mark').allInnerTexts(), ['sea', '<b>land</b>']);
  });

  it('shows two neurons side by side, with unmatched sequences last', async () => {
    const page = await pages.open();
    await page.show(own, other);
    assert.equal(await page.page.title(), '5:131 and 0:7');
    const kinds = await page.page
      .locator('.row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('class')));
    assert.deepEqual(kinds, ['row row-tokens', 'row row-apart']);
    const apart = page.page.locator('.row-apart');
    assert.match(await apart.innerText(), /Only in one of the two/);
    assert.deepEqual(await apart.locator('.tokens').allInnerTexts(), [' one', ' two']);
    // Each on its own scale.
    assert.match((await cellClasses(page, 1))[1]!, /\ba16\b/);
    assert.match((await cellClasses(page, 2))[3]!, /\ba16\b/);
    assert.match(await page.page.locator('.legends').innerText(), /A \(5:131\)[\s\S]*B \(0:7\)/);
  });

  it('names the directories if a neuron is in two', async () => {
    const page = await pages.open();
    await page.show({ ...own, directory: 'run-1' }, { ...own, directory: 'run-2' });
    assert.match(await page.page.locator('.side').first().innerText(), /IN RUN-1|in run-1/);
    assert.match(await page.page.locator('.side').last().innerText(), /IN RUN-2|in run-2/);
  });

  it('requests another explanation, swapped sides, and a neuron', async () => {
    const page = await pages.open();
    await page.show(own, other);
    await page.page.getByRole('combobox', { name: 'Explanation A' }).selectOption('1');
    assert.equal(await page.page.getByRole('combobox', { name: 'Explanation' }).count(), 1);
    await page.page.getByRole('button', { name: 'Swap Sides' }).click();
    await page.page.getByRole('button', { name: 'Open Neuron 0:7 (B)' }).click();
    assert.deepEqual(page.requests, [
      { name: 'choose', argument: { side: 'left', explanation: 1 } },
      { name: 'swap' },
      { name: 'open', argument: { side: 'right' } },
    ]);
    page.host = () => ({ error: 'It is gone.' });
    await page.page.getByRole('button', { name: 'Swap Sides' }).click();
    await page.page.getByRole('alert').getByText('It is gone.').waitFor();
  });

  it('sorts rows by the better side, with unmatched sequences last', async () => {
    const sequencesOf = (scores: readonly (number | null)[]) =>
      scores.map((score, i) => ({
        tokens: [` s${i}`],
        actual: [1],
        simulated: [1],
        scores: [score],
      }));
    const neuron = readNeuron(
      neuronText('5:131', [
        { sequences: sequencesOf([0.1, null, 0.9, 0.5, 0.2]) },
        { sequences: sequencesOf([0.3, 0.4, 0.1, 0.5]) },
      ]),
      { layer: 5, neuron: 131 },
    );
    const page = await pages.open();
    await page.show(neuron, neuron, { left: 0, right: 1 });
    const sort = page.page.getByRole('combobox', { name: 'Sort' });
    const texts = () => page.page.locator('[data-sequence] .tokens').allInnerTexts();
    const orders: Record<string, string> = {};
    for (const order of ['left', 'right', 'stored']) {
      await sort.selectOption(order);
      await page.settle();
      orders[order] = [...new Set(await texts())].join('');
      assert.equal(await sort.inputValue(), order);
    }
    assert.deepEqual(orders, {
      left: ' s2 s3 s0 s1 s4',
      right: ' s0 s3 s2 s1 s4',
      stored: ' s0 s1 s2 s3 s4',
    });
  });

  it('saves what it compares, to restore the panel', async () => {
    const page = await pages.open();
    await page.show(own, other, { left: 1 });
    assert.deepEqual(await page.state(), {
      layout: 'text',
      left: { uri: own.content.uri, explanation: 1 },
      right: { uri: other.content.uri, explanation: 0 },
      order: 'stored',
      place: null,
      scroll: 0,
    });
  });

  it('restores its scroll position, also beyond the first rows', async () => {
    const page = await pages.open({ height: 400 });
    const many = readNeuron(
      neuronText('5:9', [
        {
          text: ' many',
          sequences: Array.from({ length: 60 }, (_, i) => ({
            tokens: [` s${i}`],
            actual: [1],
            simulated: [1],
          })),
        },
      ]),
      { layer: 5, neuron: 9 },
    );
    const scrollY = () => page.page.evaluate(() => Math.round(window.scrollY));
    await page.show(many, many);
    const first = await page.page.locator('.rows > li').count();
    assert.ok(first < 60);
    const last = page.page.getByText('s59').first();
    while ((await last.count()) === 0) {
      await page.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.settle();
    }
    await page.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - 700));
    const before = await scrollY();
    const top = await page.page.evaluate(() => {
      const tops = [...document.querySelectorAll('.rows > .row')].map(
        (row) => row.getBoundingClientRect().top,
      );
      const place = tops.findLastIndex((each) => each <= 0);
      return { place, scroll: Math.round(-tops[place]!) };
    });
    assert.ok(top.place >= first);
    const side = { uri: many.content.uri, explanation: 0 };
    await page.keeps({ left: side, right: side, order: 'stored', layout: 'text', ...top });
    await page.page.reload();
    await page.show(many, many);
    await page.page.waitForFunction((wanted) => Math.abs(window.scrollY - wanted) <= 1, before);
    await page.page.reload();
    await page.show(many, own);
    assert.equal(await scrollY(), 0);
  });

  it('marks the same token in all columns, and shows its numbers', async () => {
    const page = await pages.open();
    await page.show(own, own, { left: 0, right: 1 });
    await page.sideBySide();
    const token = (place: number) =>
      page.page.locator(`[data-sequence="${place}"] [data-token="3"]`);
    const card = async () => (await page.page.locator('.card').innerText()).replace(/\s+/g, ' ');
    await token(0).hover();
    const both =
      /Actual 2 A: Simulated \(expected\) 0 A: Difference −2 B: Simulated \(expected\) 4 B: Difference \+2$/;
    assert.match(await card(), both);
    assert.deepEqual(await page.page.locator('.t-linked').count(), 2);
    await token(2).hover();
    assert.match(await card(), both);
    await token(1).hover();
    assert.match(await card(), both);
    assert.equal(await page.page.locator('.card').count(), 1);
    await page.page.mouse.move(0, 0);
    assert.equal(await page.page.locator('.t-linked').count(), 0);
  });

  it('can be used by keyboard', async () => {
    const page = await pages.open();
    await page.show(own, own, { left: 0, right: 1 });
    await page.sideBySide();
    await page.page.locator('[data-sequence="0"] [data-token="3"]').click();
    await page.page.keyboard.press('ArrowRight');
    const place = () =>
      page.page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-sequence]')?.dataset['sequence'],
      );
    assert.equal(await place(), '1');
    await page.page.keyboard.press('PageDown');
    assert.equal(await place(), '4');
  });

  it('loads more rows as the end comes near', async () => {
    const page = await pages.open({ height: 500 });
    const sequences = Array.from({ length: 60 }, (_, i) => ({
      tokens: [` ${i}`],
      actual: [i],
      simulated: [i],
    }));
    const many = readNeuron(neuronText('5:131', [{ sequences }, { sequences }]), {
      layer: 5,
      neuron: 131,
    });
    await page.show(many, many, { left: 0, right: 1 });
    for (let i = 0; i < 5; i++) {
      await page.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.settle();
    }
    assert.equal(await page.page.locator('.row').count(), 60);
    assert.deepEqual(page.requests, [
      { name: 'rows', argument: { version: 1, from: 25 } },
      { name: 'rows', argument: { version: 1, from: 50 } },
    ]);
  });

  it('describes what is missing', async () => {
    const page = await pages.open();
    await page.show(own, own, { left: 0, right: 2 });
    assert.match(await page.page.locator('.side').last().innerText(), /\(no explanation text\)/);
    assert.match(await mainText(page), /EV correlation 0\.75 – –/);
    const failed = {
      content: {
        kind: 'failure',
        uri: 'file:///x/5/9.jsonl',
        title: '5:9',
        path: 'x/5/9.jsonl',
        reason: 'This file is empty.',
        detail: '',
        canOpenText: true,
      },
      unit: undefined,
    } as const;
    await page.show(own, failed);
    assert.match(await page.page.locator('.side').last().innerText(), /This file is empty\./);
    await page.show(readNeuron(neuronText('5:1', []), { layer: 5, neuron: 1 }), failed);
    assert.match(
      await mainText(page),
      /This neuron has no explanations\..*No sequences to compare\./,
    );
  });

  for (const theme of allThemes) {
    const options = theme === themes.dark ? {} : { runOnly: ['color-contrast'] };
    it(`has no axe-core violations: ${theme.name}`, async () => {
      const page = await pages.open({ theme });
      assert.deepEqual(await violations(page, options), [], 'waiting');
      await page.show(own, own, { left: 0, right: 1 });
      await page.page.locator('[data-sequence="0"] [data-token="3"]').click();
      assert.deepEqual(await violations(page, options), [], 'one neuron');
      await page.show(own, other);
      assert.deepEqual(await violations(page, options), [], 'two neurons');
    });
  }
});
